import { diff } from '../queries/diff.ts'
import { inert } from '../report/inert.ts'
import { diffText } from '../report/changes.ts'
import { diffJson } from '../report/json.ts'
import { diffMarkdown } from '../report/markdown.ts'
import type { DiffOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import { openRange, type Range } from './range.ts'
import type { Terminal } from './terminal.ts'

export async function runDiff(range: Range, options: DiffOptions, terminal: Terminal): Promise<number> {
  const opener = options.open === true ? await (await import('./opener.ts')).openerFor(terminal) : undefined
  const opened = await openRange(range, options, terminal)
  const result = await diff({
    ...opened,
    ...(opener && { opener }),
    selection: { environments: options.environment, documents: options.document },
  })
  if (options.format === 'json') writeJson(terminal, diffJson(result))
  else if (options.format === 'markdown') terminal.out(inert(diffMarkdown(result)))
  else terminal.out(inert(diffText(result, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}
