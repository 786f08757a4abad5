import { MACHINE } from './aside.ts'
import { COMMON_NAMES, ENVIRONMENT_PARENTS, isNoEnvironment, looksLikeEnvironment } from './names.ts'
import { folderOf, join, lastOf, type Candidate, type Repository } from './repository.ts'
import type { SketchIgnore } from './sketch.ts'
import { splitsOf } from './splits.ts'
import { keysOf, shareIn } from './values.ts'
import type { Settings } from './variants.ts'

/** The share of a file's keys that a default file has too, if it is about the same. */
const ENOUGH = 0.6

/**
 * A folder in which each file is an environment: by the files' names, by the folder's, or by what the files share with
 * a common one among them or above.
 */
export function environmentFiles(folder: string, repository: Repository): Settings | undefined {
  const files = filesIn(folder, repository)
  const isParent = isEnvironmentParent(folder)
  const common = files.filter(({ stem }) => COMMON_NAMES.has(stem))
  const above = common.length > 0 || !isParent ? undefined : commonAbove(folder, repository)
  const stems = new Set(files.map(({ stem }) => stem))
  const others = files.filter(({ stem }) => !COMMON_NAMES.has(stem) && !isNoEnvironment(stem) && !hasPlain(stem, stems))
  const likely = new Set(others.filter(({ stem }) => isParent || looksLikeEnvironment(stem)))
  const fewest = common.length > 0 || isParent ? 1 : 2
  if (likely.size < fewest || likely.size * 2 < others.length) return undefined
  const environments = others.filter((file) => likely.has(file) || isLike(file, common[0], repository))
  return {
    folder,
    files: [
      ...common.map(({ stem, extension }) => ({ file: `${stem}${extension}`, environment: null })),
      ...environments.map(({ stem, extension }) => ({ file: `{environment}${extension}`, environment: stem })),
    ],
    ...(above === undefined ? {} : { above }),
  }
}

function isEnvironmentParent(folder: string): boolean {
  return ENVIRONMENT_PARENTS.has(lastOf(folder).toLowerCase())
}

/** The files of a folder, without those of one machine where node-config reads them. */
function filesIn(folder: string, repository: Repository): readonly Candidate[] {
  const files = repository.byFolder.get(folder) ?? []
  return isNodeConfig(folder, repository) ? files.filter(({ stem }) => localPattern(stem) === undefined) : files
}

function isNodeConfig(folder: string, repository: Repository): boolean {
  return (repository.byFolder.get(folder) ?? []).some(({ stem }) => stem === 'default')
}

/** Settings of one machine, which node-config reads last. */
function localPattern(stem: string): string | undefined {
  if (stem === 'local') return stem
  if (stem.startsWith('local-')) return 'local-*'
  return stem.endsWith('-local') ? '*-local' : undefined
}

/** Globs for the settings of one machine. */
export function localFiles(folders: readonly string[], repository: Repository): readonly SketchIgnore[] {
  const globs = new Set<string>()
  for (const folder of folders.filter((one) => isNodeConfig(one, repository))) {
    for (const { stem, extension } of repository.byFolder.get(folder) ?? []) {
      const pattern = localPattern(stem)
      if (pattern !== undefined) globs.add(join(folder, `${pattern}${extension}`))
    }
  }
  return [...globs].sort().map((glob) => ({ glob, why: MACHINE }))
}

/** Whether a stem is a variant of another file's: `db-prod` beside `db`. Of an environment there are instances. */
function hasPlain(stem: string, stems: ReadonlySet<string>): boolean {
  const isDocument = (name: string): boolean => !looksLikeEnvironment(name) && !COMMON_NAMES.has(name)
  return splitsOf(stem).some(({ name }) => stems.has(name) && isDocument(name))
}

/** A default file beside the folder of environments: `config/default.yaml` for `config/environments/`. */
function commonAbove(folder: string, repository: Repository): Candidate | undefined {
  const beside = repository.byFolder.get(folderOf(folder)) ?? []
  for (const name of COMMON_NAMES) {
    const found = beside.find(({ stem }) => stem === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a file sets mostly what the common file sets too: an environment with an unusual name. */
function isLike({ path }: Candidate, common: Candidate | undefined, repository: Repository): boolean {
  if (common === undefined) return false
  const known = new Set(keysOf(repository.read(common.path)?.[0]))
  return shareIn(keysOf(repository.read(path)?.[0]), known) >= ENOUGH
}
