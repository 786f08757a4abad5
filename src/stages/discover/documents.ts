import type { Discovery, DocumentSources, LayerSource } from '../../core/discovery.ts'
import { documentKey } from '../../core/document.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inFile, type Place } from '../../core/place.ts'

/** Gathers layers by document. */
export interface Documents {
  /** @param place where the name is written, if in the content of the file */
  readonly add: (kind: string, document: string, source: LayerSource, place?: () => Place) => void
  /** A layer of every document of a kind. */
  readonly addShared: (kind: string, source: LayerSource) => void
  /** Everything in order, with two layers where there may be one reported, and the second left out. */
  readonly finish: (report: Report) => Pick<Discovery, 'documents' | 'shared' | 'files'>
}

export function createDocuments(): Documents {
  const kinds = new Map<string, Map<string, LayerSource[]>>()
  const shared = new Map<string, LayerSource[]>()
  const places = new Map<LayerSource, () => Place>()
  const files: string[] = []
  const note = (source: LayerSource): void => {
    if (files.at(-1) !== source.path) files.push(source.path)
  }
  return {
    add: (kind, document, source, place) => {
      note(source)
      if (place !== undefined) places.set(source, place)
      let documents = kinds.get(kind)
      if (documents === undefined) kinds.set(kind, (documents = new Map<string, LayerSource[]>()))
      const sources = documents.get(document)
      if (sources === undefined) documents.set(document, [source])
      else sources.push(source)
    },
    addShared: (kind, source) => {
      note(source)
      const sources = shared.get(kind)
      if (sources === undefined) shared.set(kind, [source])
      else sources.push(source)
    },
    finish: (report) => ({
      documents: sortedDocuments(kinds, places, report),
      shared: new Map([...shared].map(([kind, sources]) => [kind, withoutDuplicates(sources, `${kind}/*`, places, report)])),
      files,
    }),
  }
}

function sortedDocuments(
  kinds: ReadonlyMap<string, ReadonlyMap<string, LayerSource[]>>,
  places: ReadonlyMap<LayerSource, () => Place>,
  report: Report,
): ReadonlyMap<string, DocumentSources> {
  const sorted = new Map<string, DocumentSources>()
  for (const kind of [...kinds.keys()].sort()) {
    const documents = kinds.get(kind) as ReadonlyMap<string, LayerSource[]>
    for (const document of [...documents.keys()].sort()) {
      const id = { kind, name: document }
      const key = documentKey(id)
      const sources = withoutDuplicates(documents.get(document) as LayerSource[], key, places, report)
      sorted.set(key, { id, sources })
    }
  }
  return sorted
}

/**
 * Sorts layers by environment, entry and file, and reports those of which there may be only one: two files for the same
 * document, environment and entry, or two layers of a file that name it. The first stays. The documents of one stream
 * are layers above one another only where the path names the document.
 */
function withoutDuplicates(
  sources: LayerSource[],
  document: string,
  places: ReadonlyMap<LayerSource, () => Place>,
  report: Report,
): readonly LayerSource[] {
  if (sources.length < 2) return sources
  if (!isSorted(sources)) sources.sort(byEnvironmentAndEntry)
  const kept: LayerSource[] = []
  for (const source of sources) {
    const before = kept.at(-1)
    const mayStack = before?.path === source.path && before.document !== source.document && !places.has(source)
    if (before === undefined || mayStack || !isSameSlot(before, source)) {
      kept.push(source)
      continue
    }
    const place = (layer: LayerSource): Place => places.get(layer)?.() ?? inFile(layer.path)
    const message = say`another layer of ${name(document)} for the same environment and layout entry; it is not used`
    const related = [{ message: say`the layer that is used`, place: place(before) }]
    report(finding('discover/duplicate-layer', place(source), message, { related }))
  }
  return kept
}

function isSameSlot(before: LayerSource, source: LayerSource): boolean {
  return before.environment === source.environment && before.entry === source.entry
}

function isSorted(sources: readonly LayerSource[]): boolean {
  for (let i = 1; i < sources.length; i++) {
    if (byEnvironmentAndEntry(sources[i - 1] as LayerSource, sources[i] as LayerSource) > 0) return false
  }
  return true
}

/** Stable: within an entry, layers stay in the order of files, documents of a stream, and text. */
function byEnvironmentAndEntry(a: LayerSource, b: LayerSource): number {
  if (a.environment === b.environment) return a.entry.index - b.entry.index
  if (a.environment === null) return -1
  if (b.environment === null) return 1
  return a.environment < b.environment ? -1 : 1
}
