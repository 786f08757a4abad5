import { join } from './repository.ts'
import type { SketchEntry } from './sketch.ts'
import { groupBy } from './values.ts'

/** A file whose name says a document's name, and perhaps an environment. */
export interface NamedFile {
  readonly stem: string
  readonly extension: string
  readonly name: string
  /** What stands between name and environment; empty where there is no environment. */
  readonly separator: string
  /** Null for a plain file. */
  readonly environment: string | null
}

type NamedStem = Omit<NamedFile, 'extension'>

/**
 * Tells names from environments by evidence. A stem is a variant where what follows a separator is a known environment
 * and what stands before it has a plain file; of several such, the one with the longest name. Without a plain file a
 * known environment is enough, and the longest one counts, unless the stem has variants of its own.
 *
 * @param environments what is known to be an environment in this place
 */
export function splitStem(stem: string, stems: ReadonlySet<string>, environments: ReadonlySet<string>): NamedStem {
  let guess: NamedStem | undefined
  let proven: NamedStem | undefined
  for (const split of splitsOf(stem)) {
    if (!environments.has(split.environment)) continue
    if (stems.has(split.name)) proven = { stem, ...split }
    guess ??= { stem, ...split }
  }
  const plain = { stem, name: stem, separator: '', environment: null }
  return proven ?? (guess === undefined || hasVariants(stem, stems, environments) ? plain : guess)
}

/** Whether a stem is itself the name of variants, which makes it a plain file whatever it ends in. */
function hasVariants(stem: string, stems: ReadonlySet<string>, environments: ReadonlySet<string>): boolean {
  for (const environment of environments) {
    for (const separator of SEPARATORS) if (stems.has(`${stem}${separator}${environment}`)) return true
  }
  return false
}

const SEPARATORS = '-._'

interface Split {
  readonly name: string
  readonly separator: string
  readonly environment: string
}

/** Every way to take a stem apart at a separator, the shortest name first. */
export function splitsOf(stem: string): readonly Split[] {
  const splits: Split[] = []
  for (let i = 1; i < stem.length - 1; i++) {
    const separator = stem[i] as string
    if (!SEPARATORS.includes(separator)) continue
    splits.push({ name: stem.slice(0, i), separator, environment: stem.slice(i + 1) })
  }
  return splits
}

interface Named {
  /** The folder of the files, as a pattern. */
  readonly folder: string
  readonly kind: string
  readonly files: readonly NamedFile[]
  /** Said of the plain files, and of those of environments. */
  readonly notes: { readonly plain: string; readonly environment: string }
}

/**
 * Entries that read the names of files as they are meant. `{name}-{environment}` splits at the last separator: where
 * that is wrong for any file, each environment gets an entry of its own, whose longer literal text takes its files, and
 * the files that even that would misread are written out.
 */
export function namedEntries({ folder, kind, files, notes }: Named): readonly SketchEntry[] {
  const entries: SketchEntry[] = []
  const entry = (file: string, note: string): SketchEntry => ({ path: join(folder, file), kind, note })
  for (const [extension, alike] of groupBy(files, (file) => file.extension)) {
    const suffixes = suffixesOf(alike)
    const compact = alike.every((file) => isRead(file, splitAtLast(file.stem, suffixes)))
    if (alike.some(({ environment }) => environment === null)) {
      entries.push(entry(`{name}${extension}`, notes.plain))
    }
    if (!compact) entries.push(...separateEntries({ folder, kind, files: alike, notes }, extension))
    else for (const suffix of suffixes) entries.push(entry(`{name}${suffix}${extension}`, notes.environment))
  }
  return entries
}

/** `-{environment}` for each separator that is in use. */
function suffixesOf(files: readonly NamedFile[]): readonly string[] {
  const separators = new Set(files.filter(({ environment }) => environment !== null).map(({ separator }) => separator))
  return [...separators].sort().map((separator) => `${separator}{environment}`)
}

type Reading = Pick<NamedFile, 'name' | 'environment'>

function isRead(file: NamedFile, as: Reading | undefined): boolean {
  return as !== undefined && as.name === file.name && as.environment === file.environment
}

/** How `{name}` and `{name}-{environment}` read a stem together: the latter has more literal text. */
function splitAtLast(stem: string, suffixes: readonly string[]): Reading | undefined {
  const fitting = suffixes.filter((suffix) => stem.lastIndexOf(suffix[0] as string) > 0)
  if (fitting.length === 0) return { name: stem, environment: null }
  const at = stem.lastIndexOf((fitting[0] as string)[0] as string)
  return fitting.length > 1 ? undefined : { name: stem.slice(0, at), environment: stem.slice(at + 1) }
}

function separateEntries({ folder, kind, files, notes }: Named, extension: string): readonly SketchEntry[] {
  const endings = new Map<string, string>()
  for (const { separator, environment } of files) {
    if (environment !== null) endings.set(separator + environment, environment)
  }
  const entries: SketchEntry[] = [...endings].sort().map(([ending, environment]) => ({
    path: join(folder, `{name}${ending}${extension}`),
    kind,
    environment,
    note: notes.environment,
  }))
  for (const file of files) {
    if (isRead(file, splitAtEnding(file.stem, endings))) continue
    const { stem, name, environment } = file
    const own = environment === null ? { note: notes.plain } : { environment, note: notes.environment }
    entries.push({ path: join(folder, `${stem}${extension}`), kind, name, ...own })
  }
  return entries
}

/** How one entry an environment reads a stem: the longest ending takes it. */
function splitAtEnding(stem: string, endings: ReadonlyMap<string, string>): Reading {
  let best = ''
  for (const ending of endings.keys()) {
    if (ending.length > best.length && stem.length > ending.length && stem.endsWith(ending)) best = ending
  }
  if (best === '') return { name: stem, environment: null }
  return { name: stem.slice(0, -best.length), environment: endings.get(best) ?? null }
}
