import { schemaDiff } from '../queries/schema-diff.ts'
import { passes } from '../report/change-level.ts'
import { inert } from '../report/inert.ts'
import { schemaDiffJson, schemaDiffMarkdown, schemaDiffText } from '../report/schema-diff.ts'
import type { SchemaDiffOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import { openRange, type Range } from './range.ts'
import type { Terminal } from './terminal.ts'

/** @returns 1 where the level reaches `--fail-on`, or the head's structure or schemas have an error */
export async function runSchemaDiff(range: Range, options: SchemaDiffOptions, terminal: Terminal): Promise<number> {
  const opened = await openRange(range, options, terminal)
  const result = await schemaDiff({ ...opened, kinds: options.kind, progress: terminal.progress })
  terminal.clear()
  if (options.format === 'json') writeJson(terminal, schemaDiffJson(result))
  else if (options.format === 'markdown') terminal.out(inert(schemaDiffMarkdown(result)))
  else terminal.out(inert(schemaDiffText(result, terminal.outStyle)))
  const code = tellFindings(result.findings, terminal)
  return passes(result.level, options.failOn) ? code : 1
}
