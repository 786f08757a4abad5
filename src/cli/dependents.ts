import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import { dependents } from '../queries/dependents.ts'
import type { ExplainQuestion } from '../queries/explain.ts'
import { dependentsJson, dependentsMarkdown, dependentsText } from '../report/graph.ts'
import { inert } from '../report/inert.ts'
import { open } from './open.ts'
import type { CommonOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** `cairn explain --dependents`. */
export async function runDependents(
  question: ExplainQuestion,
  options: CommonOptions,
  terminal: Terminal,
): Promise<number> {
  if ((question.pointer ?? '') !== '') {
    throw new Failure('usage', say`documents depend on documents: --dependents takes no pointer`)
  }
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const result = await dependents(workspace, question, collector)
  if (options.format === 'json') writeJson(terminal, dependentsJson(result))
  else if (options.format === 'markdown') terminal.out(inert(dependentsMarkdown(result)))
  else terminal.out(inert(dependentsText(result, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}
