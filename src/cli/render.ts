import { Collector } from '../core/collector.ts'
import type { RenderedDocument } from '../core/results.ts'
import { render } from '../queries/render.ts'
import { jsonText } from '../report/inert.ts'
import { renderedMarkdown, renderedYaml } from '../report/rendered.ts'
import { open } from './open.ts'
import type { RenderOptions } from './options.ts'
import { tellFindings } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runRender(
  documents: readonly string[],
  options: RenderOptions,
  terminal: Terminal,
): Promise<number> {
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const rendered = render(workspace, { selection: { environments: options.environment, documents }, collector })
  if (options.format === 'json') await writeByEnvironment(rendered, terminal)
  else {
    const text = options.format === 'markdown' ? renderedMarkdown : renderedYaml
    for await (const one of rendered) terminal.out(text(one))
  }
  return tellFindings(collector.findings(), terminal)
}

/** `{environment: {document: value}}`. Each document is turned into text as it comes, so that only text is kept. */
async function writeByEnvironment(rendered: AsyncIterable<RenderedDocument>, terminal: Terminal): Promise<void> {
  const texts = new Map<string, string[]>()
  for await (const { environment, document, value } of rendered) {
    let members = texts.get(environment)
    if (members === undefined) texts.set(environment, (members = []))
    members.push(`    ${jsonText(document)}: ${jsonText(value).replaceAll('\n', '\n    ')}`)
  }
  let separator = '{\n'
  for (const environment of [...texts.keys()].sort()) {
    terminal.out(`${separator}  ${jsonText(environment)}: {\n${(texts.get(environment) ?? []).join(',\n')}\n  }`)
    separator = ',\n'
  }
  terminal.out(texts.size === 0 ? '{}\n' : '\n}\n')
}
