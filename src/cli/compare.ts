import { Collector } from '../core/collector.ts'
import { compare } from '../queries/compare.ts'
import { inert } from '../report/inert.ts'
import { compareJson } from '../report/json.ts'
import { compareMarkdown } from '../report/markdown.ts'
import { compareText } from '../report/changes.ts'
import { open } from './open.ts'
import type { CompareOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export interface Sides {
  readonly left: string
  readonly right: string
}

export async function runCompare(sides: Sides, options: CompareOptions, terminal: Terminal): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const result = await compare(workspace, { ...sides, selection: { documents: options.document } }, collector)
  if (options.format === 'json') writeJson(terminal, compareJson(result))
  else if (options.format === 'markdown') terminal.out(inert(compareMarkdown(result)))
  else terminal.out(inert(compareText(result, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}
