import { Collector } from '../core/collector.ts'
import { listKinds, schemaOfKind } from '../queries/schemas.ts'
import { inert } from '../report/inert.ts'
import { kindsMarkdown, kindsText, schemaJson, schemaMarkdown, schemaText } from '../report/schemas.ts'
import type { Workspace } from '../workspace.ts'
import { open } from './open.ts'
import type { SchemaPrintOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Lists the kinds, or prints the schema of one; what is wrong with that schema is told on standard error. */
export async function runSchema(
  kind: string | undefined,
  options: SchemaPrintOptions,
  terminal: Terminal,
): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const findings = collector.findings()
  if (kind === undefined) {
    printKinds(workspace, options, terminal)
    return tellFindings(findings.filter(({ rule }) => rule.startsWith('schema/') || rule.startsWith('config/')), terminal)
  }
  const printed = schemaOfKind(workspace, kind, options.resolved === true ? 'resolved' : 'as-written')
  if (options.format === 'json') terminal.out(`${schemaJson(printed)}\n`)
  else if (options.format === 'markdown') terminal.out(schemaMarkdown(printed))
  else terminal.out(schemaText(printed))
  const own = findings.filter(({ location: { file } }) => file !== undefined && printed.files.includes(file))
  return tellFindings(own, terminal)
}

function printKinds(workspace: Workspace, { format }: SchemaPrintOptions, terminal: Terminal): void {
  const kinds = listKinds(workspace)
  if (format === 'json') writeJson(terminal, { snapshot: workspace.snapshot.label, kinds })
  else if (format === 'markdown') terminal.out(inert(kindsMarkdown(kinds)))
  else terminal.out(inert(kindsText(kinds, terminal.outStyle)))
}
