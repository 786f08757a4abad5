import { pointer } from '../../../core/pointer.ts'
import { COMMON_NAMES } from './names.ts'
import { candidatesBelow, folderOf, join, lastOf, type Candidate, type Repository } from './repository.ts'
import { plainEnvironments, type Sketch, type SketchEntry } from './sketch.ts'
import { isPlainMapping, isWritable, keysOf, ownValue, shareIn, spread } from './values.ts'

/** A defaults file with fewer keys says too little about what else belongs to it. */
const FEWEST_KEYS = 5
const FEWEST_FILES = 3
/** Files that are looked at to find out how a folder is made. */
const SAMPLE = 4
const MOST_DEFAULTS = 3
/** The share of a scenario's keys that the defaults have too. */
const ENOUGH = 0.7

const KIND = 'stacks'
const NOTES = {
  defaults: 'the defaults, below every environment',
  whole: 'what a scenario sets over them',
  shared: 'for all of a scenario',
  entry: 'one document an entry',
} as const

/** How a scenario says what it changes: as a whole, in a list of entries with names, or in a mapping from names. */
type Form = { readonly is: 'whole' } | { readonly is: 'list' | 'mapping'; readonly key: string }

interface Scenarios {
  readonly defaults: Candidate
  readonly folder: string
  readonly files: readonly Candidate[]
  readonly form: Form
  /** The keys of the defaults. */
  readonly keys: ReadonlySet<string>
}

/** One big file of defaults, and a folder of scenarios of which each sets some of its keys: one environment each. */
export function sketchScenarios(repository: Repository): Sketch | undefined {
  const found = scenariosIn(repository)
  if (found === undefined) return undefined
  const { defaults, folder, files, form } = found
  const environment = files.some((file) => file.folder !== folder) ? '{environment**}' : '{environment}'
  const extensions = [...new Set(files.map(({ extension }) => extension))]
  const paths = extensions.map((extension) => join(folder, `${environment}${extension}`))
  const name = form.is === 'whole' ? lastOf(folder) : '*'
  return {
    shape: 'base-overlays',
    confidence: 0.8,
    seen: 'one file of defaults, and scenarios over it that are one environment each',
    layout: [
      { path: defaults.path, kind: KIND, name, note: NOTES.defaults },
      ...paths.flatMap((path) => scenarioEntries(found, path, repository)),
    ],
    environments: plainEnvironments(files.map((file) => file.path.slice(folder.length + 1, -file.extension.length))),
    learned: true,
    presence: form.is === 'whole' ? 'inherited' : 'declared',
    ignore: [],
    misfits: [],
    alternatives: ['each scenario as a document in one environment, if nothing is deployed for each of them'],
  }
}

function scenarioEntries(scenarios: Scenarios, path: string, repository: Repository): readonly SketchEntry[] {
  const { folder, form, files, keys } = scenarios
  if (form.is === 'whole') return [{ path, kind: KIND, name: lastOf(folder), note: NOTES.whole }]
  const shared = new Set(files.flatMap((file) => sharedKeys(repository.read(file.path)?.[0], form.key, keys)))
  const entries = [...shared].sort().map((key) => {
    return { path, at: pointer([key]), kind: KIND, name: '*', note: NOTES.shared }
  })
  const at = pointer([form.key])
  if (form.is === 'mapping') return [...entries, { path, at: `${at}/{name}`, kind: KIND, note: NOTES.entry }]
  return [...entries, { path, at: `${at}/*`, kind: KIND, name: { at: '/name' }, note: NOTES.entry }]
}

/** Keys beside the entries whose mappings set what the defaults set: they are about all entries. */
function sharedKeys(document: unknown, entries: string, known: ReadonlySet<string>): readonly string[] {
  return keysOf(document).filter((key) => {
    return key !== entries && isWritable(key) && shareIn(keysOf(ownValue(document, key)), known) >= ENOUGH
  })
}

/** The defaults with the largest folder of files that are made for them. */
function scenariosIn(repository: Repository): Scenarios | undefined {
  let best: Scenarios | undefined
  const named = repository.candidates.filter(({ stem }) => COMMON_NAMES.has(stem) || stem === 'values')
  for (const defaults of named.slice(0, MOST_DEFAULTS)) {
    const keys = new Set(keysOf(repository.read(defaults.path)?.[0]))
    if (keys.size < FEWEST_KEYS) continue
    for (const folder of foldersBeside(defaults.folder, repository)) {
      const files = candidatesBelow(repository, folder)
      if (files.length < FEWEST_FILES || files.length <= (best?.files.length ?? 0)) continue
      const form = formOf(files, keys, repository)
      if (form !== undefined) best = { defaults, folder, files, form, keys }
    }
  }
  return best
}

/** The largest folders that do not hold a given one: those beside it and beside its ancestors, and those in it. */
function foldersBeside(folder: string, repository: Repository): readonly string[] {
  const found = [...(repository.subfolders.get(folder) ?? [])].map((name) => join(folder, name))
  for (let at = folder; at !== ''; at = folderOf(at)) {
    const parent = folderOf(at)
    for (const name of repository.subfolders.get(parent) ?? []) if (name !== lastOf(at)) found.push(join(parent, name))
  }
  return found
}

/** How the files of a folder set what the defaults set, if most of some examples do it alike. */
function formOf(files: readonly Candidate[], known: ReadonlySet<string>, repository: Repository): Form | undefined {
  const counts = new Map<string, number>()
  const examples = spread(files, SAMPLE)
  for (const { path } of examples) {
    const form = formIn(repository.read(path)?.[0], known)
    if (form === undefined) continue
    const key = JSON.stringify(form)
    const count = (counts.get(key) ?? 0) + 1
    if (count * 2 > examples.length) return form
    counts.set(key, count)
  }
  return undefined
}

function formIn(document: unknown, known: ReadonlySet<string>): Form | undefined {
  if (shareIn(keysOf(document), known) >= ENOUGH) return { is: 'whole' }
  for (const key of keysOf(document).filter(isWritable)) {
    const value = ownValue(document, key)
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every((item) => isNamedEntry(item, known))) return { is: 'list', key }
    } else if (isPlainMapping(value)) {
      const shares = Object.values(value).map((entry) => shareIn(keysOf(entry), known))
      if (shares.length > 0 && shares.every((share) => share >= ENOUGH)) return { is: 'mapping', key }
    }
  }
  return undefined
}

function isNamedEntry(item: unknown, known: ReadonlySet<string>): boolean {
  if (typeof ownValue(item, 'name') !== 'string') return false
  return shareIn(keysOf(item).filter((key) => key !== 'name'), known) >= ENOUGH
}
