import { pointer } from '../../../core/pointer.ts'
import { folderOf, lastOf, type Candidate, type Repository } from './repository.ts'
import type { SketchEntry } from './sketch.ts'
import { isPlainMapping, isWritable, keysOf, ownValue, shareIn, type PlainMapping } from './values.ts'

/** Fewer entries than these may be alike by chance. */
const FEWEST_ENTRIES = 5
/** More keys beside the entries than these are a file of settings that has a list in it. */
const MOST_BESIDE = 4

/** Entries for a file that holds a mapping or a list of many things of one sort; none where it does not. */
export function entriesIn({ path }: Candidate, repository: Repository): readonly SketchEntry[] {
  const documents = repository.read(path) ?? []
  const [document] = documents
  if (documents.length !== 1 || !isPlainMapping(document)) return []
  const keys = keysOf(document)
  const catalogues = keys.filter((key) => isWritable(key) && catalogueAt(document, key) !== undefined)
  if (catalogues.length === 0) return areOfOneSort(Object.values(document)) ? [rootEntry(path)] : []
  const beside = keys.filter((key) => !catalogues.includes(key))
  if (beside.length > MOST_BESIDE) return []
  return [
    ...catalogues.map((key) => catalogueEntry(path, key, document, catalogues.length)),
    ...beside.filter((key) => isWritable(key) && isPlainMapping(document[key])).map((key) => settingsEntry(path, key)),
  ]
}

function catalogueAt(document: PlainMapping, key: string): 'mapping' | 'list' | undefined {
  const value = ownValue(document, key)
  if (isPlainMapping(value)) return areOfOneSort(Object.values(value)) ? 'mapping' : undefined
  if (!Array.isArray(value) || !areOfOneSort(value)) return undefined
  const names = value.map((item) => ownValue(item, 'name'))
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length ? 'list' : undefined
}

/** Whether all are mappings that share most of their keys with the keys that most of them have. */
function areOfOneSort(items: readonly unknown[]): boolean {
  if (items.length < FEWEST_ENTRIES || !items.every((item) => keysOf(item).length > 1)) return false
  const counts = new Map<string, number>()
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const usual = [...counts].filter(([, count]) => count * 2 > items.length).map(([key]) => key)
  return usual.length > 1 && items.every((item) => shareIn(usual, new Set(keysOf(item))) >= 0.5)
}

/** The folder is the word for what is in it, unless several catalogues would share it. */
function catalogueEntry(path: string, key: string, document: PlainMapping, catalogues: number): SketchEntry {
  const folder = lastOf(folderOf(path))
  const kind = catalogues > 1 || folder === '' ? key.replaceAll('/', '-') : folder
  const note = 'one document an entry'
  return catalogueAt(document, key) === 'list'
    ? { path, at: `${pointer([key])}/*`, kind, name: { at: '/name' }, note }
    : { path, at: `${pointer([key])}/{name}`, kind, note }
}

function settingsEntry(path: string, key: string): SketchEntry {
  return { path, at: pointer([key]), kind: 'settings', name: key, note: 'what is beside them' }
}

function rootEntry(path: string): SketchEntry {
  return { path, at: '/{name}', kind: lastOf(folderOf(path)) || 'entries', note: 'one document an entry' }
}
