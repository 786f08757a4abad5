import { entriesIn } from './entries.ts'
import { candidatesBelow, join, lastOf, type Candidate, type Repository } from './repository.ts'
import type { Sketch, SketchEntry } from './sketch.ts'
import { keysOf, shareIn, spread } from './values.ts'

const SAMPLE = 3
const MOST_FOLDERS = 12
/** Files whose entries are looked for: a catalogue is one of few files, not one of many. */
const MOST_FILES = 6

/** A catalogue: files of one sort side by side, or entries of one sort in a file; no environments. */
export function sketchCatalogue(repository: Repository): Sketch | undefined {
  return inFiles(repository) ?? inFolders(repository)
}

function sketchOf(layout: readonly SketchEntry[], confidence: number, seen: string): Sketch {
  return {
    shape: 'catalogue',
    confidence,
    seen,
    layout,
    environments: new Map(),
    learned: true,
    presence: 'inherited',
    ignore: [],
    misfits: [],
    alternatives: ['`{environment}` in the paths, once there is more than one'],
  }
}

function inFiles(repository: Repository): Sketch | undefined {
  if (repository.candidates.length > MOST_FILES) return undefined
  const layout = repository.candidates.flatMap((candidate) => entriesIn(candidate, repository))
  return layout.length === 0 ? undefined : sketchOf(layout, 0.6, 'documents of one sort in one file')
}

function inFolders(repository: Repository): Sketch | undefined {
  const layout: SketchEntry[] = []
  const open = ['']
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    const files = candidatesBelow(repository, folder)
    const own = repository.byFolder.get(folder) ?? []
    if (folder !== '' && files.length > 1 && areAlike(files, repository)) {
      layout.push(...folderEntries(folder, files))
      continue
    }
    if (own.length > 1 && areAlike(own, repository)) layout.push(...folderEntries(folder, own))
    open.push(...[...(repository.subfolders.get(folder) ?? [])].sort().map((name) => join(folder, name)))
    if (layout.length > MOST_FOLDERS) return undefined
  }
  return layout.length === 0 ? undefined : sketchOf(layout, 0.2, 'files of one sort side by side, without environments')
}

/** Whether files set the same keys, as far as a few of them tell. Files that cannot be read tell nothing. */
function areAlike(files: readonly Candidate[], repository: Repository): boolean {
  const keys = spread(files, SAMPLE).map(({ path }) => keysOf(repository.read(path)?.[0]))
  const told = keys.filter((some) => some.length > 0)
  const first = new Set(told[0])
  return told.length * 2 > keys.length && told.every((some) => shareIn(some, first) >= 0.5)
}

function folderEntries(folder: string, files: readonly Candidate[]): readonly SketchEntry[] {
  const nested = files.some((file) => file.folder !== folder)
  const unique = new Set(files.map(({ stem, extension }) => `${stem}${extension}`)).size === files.length
  const name = nested ? (unique ? '**/{name}' : '{name**}') : '{name}'
  const extensions = [...new Set(files.map(({ extension }) => extension))].sort()
  return extensions.map((extension) => ({
    path: join(folder, `${name}${extension}`),
    kind: lastOf(folder) || 'settings',
    note: 'one document a file',
  }))
}
