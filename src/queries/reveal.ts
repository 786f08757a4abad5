import type { Collector } from '../core/collector.ts'
import { documentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import { finding } from '../core/finding.ts'
import { name, say } from '../core/message.ts'
import type { Secret } from '../core/opaque.ts'
import type { Opener } from '../core/opener.ts'
import { inFile } from '../core/place.ts'
import { pointer } from '../core/pointer.ts'
import type { RenderedDocument } from '../core/results.ts'
import { evaluate, link } from '../pipeline.ts'
import { readEncrypted } from '../secrets.ts'
import { revealed } from '../stages/render/revealed.ts'
import { withoutOpaque } from '../stages/render/without-opaque.ts'
import { keepSecrets, unlock, type ReadFile } from '../unlock.ts'
import type { Workspace } from '../workspace.ts'
import { placeOfValue } from './publish/gather.ts'
import { sealedSources } from './publish/sealed-sources.ts'
import { selectDocuments, selectEnvironments, type Selection } from './selection.ts'

export interface RevealRun {
  readonly selection: Selection
  readonly collector: Collector
  readonly opener: Opener
  /** Called with each document. */
  readonly seen?: ((linked: Linked) => void) | undefined
}

/**
 * Renders the selected documents in clear, their sealed leaves opened. All or nothing: nothing is opened where
 * something is wrong with what is selected, and nothing is returned where a file does not open.
 */
export async function revealDocuments(workspace: Workspace, run: RevealRun): Promise<readonly RenderedDocument[]> {
  const { collector } = run
  const documents = await linkSelected(workspace, run)
  if (hasErrors(collector)) return []
  const secrets = await openFiles(workspace, pathsOf(workspace, documents), run)
  if (hasErrors(collector)) return []
  const rendered = documents.flatMap((linked): RenderedDocument[] => {
    run.seen?.(linked)
    const { document, environment } = linked.effective
    const value = revealed(linked.value, secrets, (tokens) => {
      const said = say`${pointer(tokens)} cannot be put in: its file was not opened, or it is nothing that a document can hold`
      const more = { environment: environment.name, severity: 'error' } as const
      collector.report(finding('render/sealed', placeOfValue(linked, tokens), said, more))
    })
    return value === undefined ? [] : [{ environment: environment.name, document: documentKey(document), value }]
  })
  collector.close()
  return hasErrors(collector) ? [] : rendered
}

async function linkSelected(workspace: Workspace, { selection, collector }: RevealRun): Promise<readonly Linked[]> {
  const named = (selection.environments ?? []).length > 0
  const environments = selectEnvironments(workspace, selection).filter(({ abstract }) => named || !abstract)
  const all: Linked[] = []
  for (const document of selectDocuments(workspace, selection)) {
    all.push(...await workspace.reader.whole(collector, () => {
      const effectives = evaluate(workspace, document, environments, collector.report)
      return effectives.map((effective) => link(workspace, effective, collector.report))
    }))
    collector.close()
  }
  return all
}

const hasErrors = (collector: Collector): boolean => collector.findings().some(({ severity }) => severity === 'error')

/** The encrypted files that hold what is opaque in some documents. */
function pathsOf(workspace: Workspace, documents: readonly Linked[]): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const { effective, value } of documents) {
    withoutOpaque(value, [], (tokens) => {
      for (const { path } of sealedSources(workspace, effective, tokens)) paths.add(path)
    })
  }
  return paths
}

async function openFiles(
  workspace: Workspace,
  paths: ReadonlySet<string>,
  run: RevealRun,
): Promise<ReadonlyMap<string, Secret>> {
  const { collector, opener } = run
  const files: ReadFile[] = []
  for (const path of [...paths].sort()) {
    const source = workspace.reader.source(path)
    const file = source && readEncrypted(source, collector.report)
    if (source !== undefined && file !== undefined) files.push({ path, source, file })
  }
  collector.close()
  const secrets = new Map<string, Secret>()
  const opened = new Set<string>()
  for await (const file of unlock(files, { opener, workspace, collector, locked: 'error' })) {
    keepSecrets(file, secrets)
    opened.add(file.path)
  }
  const known = new Set(collector.findings().flatMap(({ severity, location }) => (severity === 'error' ? location.file ?? [] : [])))
  for (const path of paths) {
    if (opened.has(path) || known.has(path)) continue
    const said = say`${name(path)} is not opened, so nothing is shown`
    collector.report(finding('render/sealed', inFile(path), said, { severity: 'error' }))
  }
  collector.close()
  return secrets
}
