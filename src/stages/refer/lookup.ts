import type { Layer } from '../../core/layer.ts'
import type { Place } from '../../core/place.ts'
import { parseDocumentKey } from '../../core/document.ts'
import type { DocumentName } from './names.ts'
import { folderOf, pathFrom } from './paths.ts'
import type { NamingWorld } from './world.ts'

/** What a name leads to: documents of this environment, or why it leads to none. */
export type Lookup =
  | { readonly documents: readonly string[] }
  /** There is no such document here; `elsewhere` are documents that only other environments have. */
  | { readonly missing: 'document'; readonly elsewhere: readonly string[] }
  /** There is no such file, or it is no layer of a document of these kinds. */
  | { readonly missing: 'file'; readonly folder: string; readonly path?: string }

/** The document that has a name: of the first kind that has one. */
export function lookUpName({ text, reference }: DocumentName, world: NamingWorld): Lookup {
  const elsewhere: string[] = []
  for (const kind of reference.kinds) {
    const document = `${kind}/${text}`
    if (world.exists(document)) return { documents: [document] }
    if (world.environmentsOf(document).length > 0) elsewhere.push(document)
  }
  return { missing: 'document', elsewhere }
}

export interface PathRun {
  readonly world: NamingWorld
  readonly layers: readonly Layer[]
  /** Where the path is written. */
  readonly placeOf: () => Place
}

/**
 * The documents of which a path names a file: from the folder of the file that says so, else from the root of the
 * repository, as configuration that is read by a program started there has it.
 */
export function lookUpPath({ text, reference }: DocumentName, { world, layers, placeOf }: PathRun): Lookup {
  // Where it is written costs a replay of the merge, and seldom matters.
  const relative = layers.some((layer) => layer.from === 'file' && leadsSomewhere(folderOf(layer.tree.source.path)))
  const folder = relative ? folderOfPlace(placeOf()) : ''
  let file: string | undefined
  for (const from of folder === '' ? [''] : [folder, '']) {
    const path = pathFrom(from, text)
    if (path === undefined || !world.isFile(path)) continue
    const documents = world.documentsAt(path).filter((key) => reference.kinds.includes(parseDocumentKey(key)?.kind ?? ''))
    const here = documents.filter(world.exists)
    if (here.length > 0) return { documents: here }
    if (documents.length > 0) return { missing: 'document', elsewhere: documents }
    file ??= path
  }
  return file === undefined ? { missing: 'file', folder: folderOfPlace(placeOf()) } : { missing: 'file', folder, path: file }

  function leadsSomewhere(from: string): boolean {
    const path = from === '' ? undefined : pathFrom(from, text)
    return path !== undefined && world.isFile(path)
  }
}

function folderOfPlace(place: Place): string {
  return place.in === 'span' ? folderOf(place.source.path) : ''
}
