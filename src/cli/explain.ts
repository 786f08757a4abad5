import { Collector } from '../core/collector.ts'
import { explain, type ExplainQuestion } from '../queries/explain.ts'
import { explanationJson } from '../report/json.ts'
import { explanationMarkdown } from '../report/markdown.ts'
import { explanationText } from '../report/terminal.ts'
import { open } from './open.ts'
import type { CommonOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runExplain(
  question: ExplainQuestion,
  options: CommonOptions,
  terminal: Terminal,
): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const explanation = await explain(workspace, question, collector)
  if (options.format === 'json') writeJson(terminal, explanationJson(explanation))
  else if (options.format === 'markdown') terminal.out(explanationMarkdown(explanation))
  else terminal.out(explanationText(explanation, terminal.outStyle))
  return tellFindings(collector.findings(), terminal)
}
