import { Collector } from '../core/collector.ts'
import type { Explanation } from '../core/explanation.ts'
import type { SettledFinding } from '../core/finding.ts'
import { explain, type ExplainQuestion } from '../queries/explain.ts'
import { inert } from '../report/inert.ts'
import { explanationJson } from '../report/json.ts'
import { explanationMarkdown } from '../report/markdown.ts'
import { explanationText } from '../report/terminal.ts'
import { plural } from '../report/verdict.ts'
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
  else if (options.format === 'markdown') terminal.out(inert(explanationMarkdown(explanation)))
  else terminal.out(inert(explanationText(explanation, terminal.outStyle)))
  const findings = collector.findings()
  const own = findings.filter((found) => concerns(found, explanation))
  const others = findings.length - own.length
  if (others > 0) terminal.err(terminal.errStyle('dim', `${plural(others, 'finding')} elsewhere: cairn check`) + '\n')
  return tellFindings(own, terminal)
}

/** Whether a finding is in a file that the answer is made of. */
function concerns({ location: { file } }: SettledFinding, { said, via, leaves }: Explanation): boolean {
  const hops = [...via, ...leaves.flatMap((leaf) => leaf.via)]
  return (
    said.some(({ location }) => location.file === file) ||
    hops.some(({ location, targetLocation }) => location.file === file || targetLocation?.file === file)
  )
}
