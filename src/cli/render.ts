import { resolve } from 'node:path'
import { writeSecretFile } from '../adapters/secret-output.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { finding } from '../core/finding.ts'
import { name, say } from '../core/message.ts'
import { inEnvironment } from '../core/place.ts'
import { pointer } from '../core/pointer.ts'
import type { Linked } from '../core/effective.ts'
import type { RenderedDocument } from '../core/results.ts'
import { placeOfValue } from '../queries/publish/gather.ts'
import { render } from '../queries/render.ts'
import { isActive, jsonText } from '../report/inert.ts'
import { renderedMarkdown, renderedYaml } from '../report/rendered.ts'
import type { Workspace } from '../workspace.ts'
import { open } from './open.ts'
import { DOCUMENT_FORMATS, type RenderOptions } from './options.ts'
import { tellFindings } from './output.ts'
import type { Terminal } from './terminal.ts'

type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]
type Write = (text: string) => void

/** Prints effective documents, or writes them to a file; with `--artifacts` writes what would be published. */
export async function runRender(
  documents: readonly string[],
  options: RenderOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.artifacts !== undefined) {
    const { runArtifacts } = await import('./render-artifacts.ts')
    return runArtifacts({ ...options, artifacts: options.artifacts, documents }, terminal)
  }
  if (options.reveal === true) refuseLogs(options, terminal)
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  let last: Linked | undefined
  const seen = isDocumentFormat(options.format) ? (linked: Linked) => { last = linked } : undefined
  const rendered = await renderedBy(workspace, { documents, options, terminal, collector, seen })
  const { output } = options
  const texts: string[] = []
  if (rendered !== undefined) {
    const write: Write = output === undefined ? terminal.out : (text) => texts.push(text)
    await writeAs(rendered, { write, options, collector, linked: () => last })
  }
  const code = tellFindings(collector.findings(), terminal)
  if (output !== undefined && code === 0) writeSecretFile(placeOf(output, options, terminal), output, Buffer.from(texts.join('')))
  return code
}

interface Rendering {
  readonly documents: readonly string[]
  readonly options: RenderOptions
  readonly terminal: Terminal
  readonly collector: Collector
  readonly seen: ((linked: Linked) => void) | undefined
}

type RenderedDocuments = AsyncIterable<RenderedDocument> | Iterable<RenderedDocument>

/** Undefined where nothing is to be shown: something is wrong, and what would be shown are secrets. */
async function renderedBy(workspace: Workspace, by: Rendering): Promise<RenderedDocuments | undefined> {
  const { documents, options, terminal, collector, seen } = by
  const selection = { environments: options.environment, documents }
  if (options.reveal !== true) return render(workspace, { selection, collector, seen })
  const { openerFor } = await import('./opener.ts')
  const { revealDocuments } = await import('../queries/reveal.ts')
  const opener = await openerFor(terminal, say`--reveal`)
  const revealed = await revealDocuments(workspace, { selection, collector, opener, seen })
  return collector.findings().some(({ severity }) => severity === 'error') ? undefined : revealed
}

/** What a runner prints is kept, and shown to everybody who may read the repository. */
function refuseLogs({ output }: RenderOptions, { variables }: Terminal): void {
  const isRunner = variables['GITHUB_ACTIONS'] === 'true' || !['', 'false', undefined].includes(variables['CI'])
  if (!isRunner || output !== undefined) return
  throw new Failure('usage', say`--reveal prints secrets, and a runner would keep them in its log`, say`write them to a file: --output <file>`)
}

interface WriteOptions {
  readonly write: Write
  readonly options: RenderOptions
  readonly collector: Collector
  /** The document that was rendered last. */
  readonly linked: () => Linked | undefined
}

function isDocumentFormat(format: RenderOptions['format']): format is DocumentFormat {
  return DOCUMENT_FORMATS.some((known) => known === format)
}

async function writeAs(rendered: RenderedDocuments, by: WriteOptions): Promise<void> {
  const { write, options: { format } } = by
  if (isDocumentFormat(format)) {
    write(await documentText(rendered, format, by))
  } else if (format === 'json') {
    await writeByEnvironment(rendered, write)
  } else {
    const text = format === 'markdown' ? renderedMarkdown : renderedYaml
    for await (const one of rendered) write(text(one))
  }
}

/** The one document, in a format that holds one. */
async function documentText(
  rendered: RenderedDocuments,
  format: DocumentFormat,
  { options: { output, reveal }, collector, linked }: WriteOptions,
): Promise<string> {
  const all: RenderedDocument[] = []
  for await (const one of rendered) all.push(one)
  const [only] = all
  if (only === undefined || all.length > 1) {
    const hint = say`name one, and its environment: cairn render services/api --environment production --format ${name(format)}`
    throw new Failure('usage', say`${name(format)} holds one document, and these are ${all.length}`, hint)
  }
  const { writeValue } = await import('../stages/render/write.ts')
  const { environment } = only
  let problems = 0
  const text = writeValue(only.value, format, ({ tokens, said }) => {
    problems++
    const message = say`${name(format)} cannot hold ${tokens.length === 0 ? name(only.document) : pointer(tokens)}: ${said}`
    const of = linked()
    const place = of === undefined ? inEnvironment(environment) : placeOfValue(of, tokens)
    collector.report(finding('render/unrepresentable', place, message, { environment }))
  })
  // What a service starts with is there as a whole or not at all: nobody looks at the exit code of a redirection.
  if (reveal === true && problems > 0) return ''
  if (output !== undefined || !isActive(text)) return text
  throw new Failure('usage', say`this has something in it that a runner or a terminal would act on`, say`write it to a file: --output <file>`)
}

function placeOf(output: string, { directory }: RenderOptions, terminal: Terminal): string {
  return resolve(terminal.directory, directory ?? '.', output)
}

/**
 * `{environment: {document: value}}`. Documents come in another order than they are printed in: what is kept of each is
 * its text, as bytes, which lie outside the heap.
 */
async function writeByEnvironment(rendered: RenderedDocuments, write: Write): Promise<void> {
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
    write(separator + headOf(environment).slice(2) + texts.join(',\n') + TAIL.slice(0, -2))
    separator = ',\n'
  }
  write(members.size === 0 ? '{}\n' : '\n}\n')
}

/** What stands before the one member of an environment, and behind it, in the text of both alone. */
const headOf = (environment: string): string => `{\n  ${jsonText(environment)}: {\n`
const TAIL = '\n  }\n}'
