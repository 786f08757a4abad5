import { Collector } from '../core/collector.ts'
import { environments } from '../queries/environments.ts'
import { inert } from '../report/inert.ts'
import { environmentsJson } from '../report/json.ts'
import { environmentsMarkdown } from '../report/markdown.ts'
import { environmentsText } from '../report/terminal.ts'
import { open } from './open.ts'
import type { EnvironmentsOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runEnvironments(options: EnvironmentsOptions, terminal: Terminal): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const result = environments(workspace, { environments: options.environment }, collector)
  const documents = options.documents === true ? 'listed' : 'counted'
  if (options.format === 'json') writeJson(terminal, environmentsJson(result))
  else if (options.format === 'markdown') terminal.out(inert(environmentsMarkdown(result, documents)))
  else terminal.out(inert(environmentsText(result, documents, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}
