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

/**
 * `{environment: {document: value}}`. Documents come in another order than they are printed in: what is kept of each is
 * its text, as bytes, which lie outside the heap.
 */
async function writeByEnvironment(rendered: AsyncIterable<RenderedDocument>, terminal: Terminal): Promise<void> {
  const members = new Map<string, Buffer[]>()
  for await (const { environment, document, value } of rendered) {
    let known = members.get(environment)
    if (known === undefined) members.set(environment, (known = []))
    const text = jsonText({ [environment]: { [document]: value } })
    known.push(Buffer.from(text.slice(headOf(environment).length, -TAIL.length)))
  }
  let separator = '{\n'
  for (const environment of [...members.keys()].sort()) {
    const texts = (members.get(environment) ?? []).map((bytes) => bytes.toString())
    terminal.out(separator + headOf(environment).slice(2) + texts.join(',\n') + TAIL.slice(0, -2))
    separator = ',\n'
  }
  terminal.out(members.size === 0 ? '{}\n' : '\n}\n')
}

/** What stands before the one member of an environment, and behind it, in the text of both alone. */
const headOf = (environment: string): string => `{\n  ${jsonText(environment)}: {\n`
const TAIL = '\n  }\n}'
