import { Collector } from '../core/collector.ts'
import { order } from '../queries/order.ts'
import { orderJson, orderMarkdown, orderText } from '../report/graph.ts'
import { inert } from '../report/inert.ts'
import { open } from './open.ts'
import type { CommonOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runOrder(environment: string, options: CommonOptions, terminal: Terminal): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const result = await order(workspace, environment, collector)
  if (options.format === 'json') writeJson(terminal, orderJson(result))
  else if (options.format === 'markdown') terminal.out(inert(orderMarkdown(result)))
  else terminal.out(inert(orderText(result, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}
