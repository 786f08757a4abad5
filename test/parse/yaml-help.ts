import { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { FormatOptions } from '../../src/stages/parse/options.ts'
import { parseYaml } from '../../src/stages/parse/yaml.ts'
import { plain, show } from './formats.ts'

export interface ReadYaml {
  readonly trees: readonly Tree[]
  /** Every document as JSON, with `!hole` for what could not be read. */
  readonly values: readonly unknown[]
  readonly findings: readonly Finding[]
  /** Findings as `show` of formats.ts writes them. */
  readonly places: readonly string[]
}

const NO_TAGS: FormatOptions['tags'] = new Map()

/** Reads a YAML text; `loadParsers` of formats.ts must have run. */
export function readYaml(text: string, options: Partial<FormatOptions> = {}): ReadYaml {
  const findings: Finding[] = []
  const source = new Source('file.yaml', text)
  const trees = parseYaml(source, { stream: false, tags: NO_TAGS, ...options }, (found) => findings.push(found))
  return { trees, findings, values: trees.map(({ value }) => plain(value)), places: findings.map(show) }
}
