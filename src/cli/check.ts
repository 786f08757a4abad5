import { Collector } from '../core/collector.ts'
import { check } from '../queries/check.ts'
import { inert } from '../report/inert.ts'
import { checkJson } from '../report/json.ts'
import { checkMarkdown } from '../report/markdown.ts'
import { checkText } from '../report/terminal.ts'
import { verdict } from '../report/verdict.ts'
import { open } from './open.ts'
import type { CheckOptions } from './options.ts'
import { writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const selection = { environments: options.environment }
  const result = await check(workspace, { selection, collector, progress: terminal.progress })
  terminal.clear()
  const judged = verdict(result.findings, options.failOn)
  if (options.format === 'json') writeJson(terminal, checkJson(result, judged))
  else if (options.format === 'markdown') terminal.out(inert(checkMarkdown(result, judged)))
  else terminal.out(inert(checkText(result, judged, terminal.outStyle)))
  return judged.exitCode
}
