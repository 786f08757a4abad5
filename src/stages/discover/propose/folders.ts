import { COMMON_NAMES, ENVIRONMENT_PARENTS, looksLikeEnvironment } from './names.ts'
import { candidatesBelow, folderOf, join, lastOf, type Repository } from './repository.ts'

/** Folders that differ in one segment, or one folder that has no like. */
export interface FolderPattern {
  /** `charts/{name}`, or `charts/{name**}` for folders of different depths; may hold `{environment}`. */
  readonly pattern: string
  /** The folder that holds them: a word for what they are. Absent where that is the root. */
  readonly kind?: string
  /** The name, where the pattern captures none. Absent for the root. */
  readonly name?: string
  readonly folders: readonly string[]
}

const MOST_PATTERNS = 4

/** Few patterns that together match exactly these folders; the ones that match most come first. */
export function patternsOf(folders: Iterable<string>): readonly FolderPattern[] {
  let remaining = [...new Set(folders)].sort()
  const whole = remaining
  const patterns: FolderPattern[] = []
  while (remaining.length > 0) {
    const group = largestGroup(remaining)
    if (group === undefined) break
    if (patterns.length === MOST_PATTERNS) return spanning(whole)
    patterns.push(group)
    const taken = new Set(group.folders)
    remaining = remaining.filter((folder) => !taken.has(folder))
  }
  patterns.push(...remaining.map(fixedPattern))
  return patterns.length > MOST_PATTERNS ? spanning(whole) : withOwnKinds(patterns)
}

/** Patterns of which no two give a document the same kind and name: where they would, the kind says all of the path. */
function withOwnKinds(patterns: readonly FolderPattern[]): readonly FolderPattern[] {
  const names = patterns.map(namesOf)
  return patterns.map((pattern, i) => {
    const meets = patterns.some((other, j) => i !== j && other.kind === pattern.kind && intersects(names[i], names[j]))
    const literal = pattern.pattern.split('/').filter((segment) => !segment.startsWith('{'))
    return meets && literal.length > 0 ? { ...pattern, kind: literal.join('-') } : pattern
  })
}

function namesOf({ pattern, name, folders }: FolderPattern): ReadonlySet<string> {
  const at = pattern.split('/').indexOf('{name}')
  return new Set(at < 0 ? [name ?? ''] : folders.map((folder) => folder.split('/')[at] ?? ''))
}

function intersects(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}

/** The largest set of at least two folders that are equal but for one segment; of equal sets the deepest segment. */
function largestGroup(folders: readonly string[]): FolderPattern | undefined {
  const groups = new Map<string, string[]>()
  let best: { readonly pattern: string; readonly folders: readonly string[] } | undefined
  for (const folder of folders) {
    if (folder === '') continue
    const segments = folder.split('/')
    for (const [i, segment] of segments.entries()) {
      if (segment === '{environment}') continue
      const pattern = segments.with(i, '{name}').join('/')
      const group = groups.get(pattern)
      if (group === undefined) groups.set(pattern, [folder])
      else group.push(folder)
    }
  }
  for (const [pattern, group] of groups) {
    if (group.length > 1 && group.length >= (best?.folders.length ?? 0)) best = { pattern, folders: group }
  }
  return best && { ...best, ...kindOf(folderOf(best.pattern.slice(0, best.pattern.indexOf('{name}')))) }
}

function fixedPattern(folder: string): FolderPattern {
  if (folder === '') return { pattern: '', folders: [''] }
  const own = withoutEnvironment(folder)
  const name = lastOf(own)
  return { pattern: folder, ...kindOf(folderOf(own)), ...(name === '' ? {} : { name }), folders: [folder] }
}

/** One pattern for folders of many depths, by what they have in common at the front. */
function spanning(folders: readonly string[]): readonly FolderPattern[] {
  const first = (folders[0] ?? '').split('/')
  const differs = first.findIndex((segment, i) => {
    return segment === '{environment}' || folders.some((folder) => folder.split('/')[i] !== segment)
  })
  const front = first.slice(0, differs < 0 ? -1 : differs).join('/')
  const rest = folders.filter((folder) => folder !== front && !folder.includes('{environment}'))
  const others = folders.filter((folder) => folder === front || folder.includes('{environment}'))
  const all = rest.length > 0 ? [{ pattern: join(front, '{name**}'), ...kindOf(front), folders: rest }] : []
  return [...all, ...others.map(fixedPattern)]
}

function kindOf(folder: string): Pick<FolderPattern, 'kind'> {
  const kind = lastOf(withoutEnvironment(folder))
  return kind === '' ? {} : { kind }
}

function withoutEnvironment(folder: string): string {
  return folder.split('/').filter((segment) => segment !== '{environment}').join('/')
}

/** What stands side by side in a folder that has one folder an environment. */
export interface EnvironmentFolder {
  readonly parent: string
  readonly environments: readonly string[]
  /** The folder of what is below all of them. */
  readonly common?: string
}

/**
 * Folders whose subfolders are environments: because the folder is called so (`overlays/`), because their names read
 * like environments', or because they hold the same files as a `base` beside them.
 */
export function environmentFolders(repository: Repository): ReadonlyMap<string, EnvironmentFolder> {
  const found = new Map<string, EnvironmentFolder>()
  for (const [parent, children] of repository.subfolders) {
    const common = [...COMMON_NAMES].find((name) => children.has(name))
    const others = [...children].filter((name) => name !== common).sort()
    const environments = environmentsAmong(repository, parent, others, common)
    if (environments.length === 0) continue
    found.set(parent, { parent, environments, ...(common === undefined ? {} : { common }) })
  }
  return found
}

function environmentsAmong(
  repository: Repository,
  parent: string,
  children: readonly string[],
  common: string | undefined,
): readonly string[] {
  if (ENVIRONMENT_PARENTS.has(lastOf(parent).toLowerCase())) return children
  const alike = children.filter(looksLikeEnvironment)
  const enough = alike.length >= 2 || (alike.length === 1 && common !== undefined)
  if (enough && alike.length * 2 >= children.length) return alike
  return common === 'base' || common === '_base' ? sameFiles(repository, parent, children, common) : []
}

/** The subfolders that have a file in common with `common`, if that is most of them. */
function sameFiles(
  repository: Repository,
  parent: string,
  children: readonly string[],
  common: string,
): readonly string[] {
  const relatives = (child: string): readonly string[] => {
    const folder = join(parent, child)
    return candidatesBelow(repository, folder).map(({ path }) => path.slice(folder.length))
  }
  const base = new Set(relatives(common))
  const alike = children.filter((child) => {
    return builds(repository, join(parent, child)) || relatives(child).some((file) => base.has(file))
  })
  return alike.length * 2 > children.length ? alike : []
}

/** Whether Kustomize builds a folder. */
function builds({ asides }: Repository, folder: string): boolean {
  return asides.has(`${folder}/kustomization.yaml`) || asides.has(`${folder}/kustomization.yml`)
}

/** A folder in which an environment's segment, or that of the common layer, is told from the rest. */
interface PlacedFolder {
  /** The folder with `{environment}` in the environment's place. */
  readonly template: string
  /** Absent where the folder belongs to no environment; null for the common layer. */
  readonly environment?: string | null
  /** The name of the common folder, where this is one. */
  readonly common?: string
}

/** Finds the first segment of a folder that is an environment, or the common layer of some. */
export function placeFolder(folder: string, known: ReadonlyMap<string, EnvironmentFolder>): PlacedFolder {
  const segments = folder === '' ? [] : folder.split('/')
  for (const [i, segment] of segments.entries()) {
    const at = known.get(segments.slice(0, i).join('/'))
    if (at === undefined) continue
    const template = segments.with(i, '{environment}').join('/')
    if (segment === at.common) return { template, environment: null, common: segment }
    if (at.environments.includes(segment)) return { template, environment: segment }
  }
  return { template: folder }
}
