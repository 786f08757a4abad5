import { CONFIG } from './config.ts'
import { DISCOVER } from './discover.ts'
import { ENCRYPTED } from './encrypted.ts'
import { FORMATS } from './formats.ts'
import { INHERIT } from './inherit.ts'
import { LINK } from './link.ts'
import { MERGE } from './merge.ts'
import type { Mistake } from './mistake.ts'
import { YAML } from './yaml.ts'

/** All mistakes that are tried, by what they are mistakes in. */
export const TABLES: Readonly<Record<string, readonly Mistake[]>> = {
  'cairn.yaml and environment files': CONFIG,
  'files and folders': DISCOVER,
  YAML,
  'other formats': FORMATS,
  'encrypted files': ENCRYPTED,
  inheritance: INHERIT,
  merging: MERGE,
  references: LINK,
}
