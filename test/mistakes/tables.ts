import { ACCESS } from './access.ts'
import { COMPOSE } from './compose.ts'
import { CONFIG } from './config.ts'
import { CONSISTENCY } from './consistency.ts'
import { DISCOVER } from './discover.ts'
import { ENCRYPTED } from './encrypted.ts'
import { FORMATS } from './formats.ts'
import { INHERIT } from './inherit.ts'
import { LINK } from './link.ts'
import { MERGE } from './merge.ts'
import type { Mistake } from './mistake.ts'
import { PUBLISH } from './publish.ts'
import { REFER } from './refer.ts'
import { SCHEMA_FILES } from './schema.ts'
import { VALIDATE } from './validate.ts'
import { SECRETS } from './secrets.ts'
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
  consistency: CONSISTENCY,
  'schema files': SCHEMA_FILES,
  'values and keys that a schema refuses': VALIDATE,
  'schemas, layers and documents together': COMPOSE,
  'names of documents': REFER,
  'access.yaml': ACCESS,
  'what should be encrypted': SECRETS,
  'what is published': PUBLISH,
}
