import { patternsOf } from './folders.ts'
import { folderOf, join, lastOf, type Repository } from './repository.ts'
import type { SketchEntry } from './sketch.ts'
import type { Stack, StackFile } from './stack.ts'
import { groupBy, ownValue, valueUnder } from './values.ts'

/** Whether most files of environments are called like those that they change. */
export function namesMeet(files: readonly StackFile[]): boolean {
  const common = new Set(files.filter(({ isCommon }) => isCommon).map(({ relative }) => relative))
  const own = files.filter(({ isCommon }) => !isCommon)
  return own.filter(({ relative }) => common.has(relative)).length * 2 >= own.length
}

/** More files than these are better read by their names than one by one. */
const MOST_GROUPS = 24

/** Files of one pattern, and the manifests in them. */
interface Group {
  readonly path: string
  readonly files: readonly StackFile[]
  readonly kind: string
  readonly stream: boolean
}

/**
 * Entries that take a document's kind from what its files hold and its name from `/metadata/name`, for manifests whose
 * overlays are called otherwise than their bases. Files that mix kinds are left out. `undefined` where the manifests do
 * not say what overlays what either.
 */
export function identityEntries(
  stack: Stack,
  files: readonly StackFile[],
  repository: Repository,
): readonly SketchEntry[] | undefined {
  const groups: Group[] = []
  for (const [path, alike] of groupBy(files, (file) => patternOf(stack, file))) {
    const group = groupOf(path, alike, repository)
    if (group !== undefined) groups.push(group)
  }
  if (groups.length === 0 || groups.length > MOST_GROUPS) return undefined
  const common = identitiesOf(groups, true, repository)
  const own = identitiesOf(groups, false, repository)
  const met = [...own].filter((identity) => common.has(identity)).length
  if (stack.common !== undefined && met * 2 < own.size) return undefined
  return [...groupBy(groups, mergeKey).values()].flatMap(mergedEntries)
}

/** Equal for files that one entry can read, if their folders fit. */
function mergeKey({ kind, path, stream, files }: Group): string {
  return JSON.stringify([kind, lastOf(path), stream, files[0]?.isCommon])
}

function patternOf(stack: Stack, { relative, path, isCommon }: StackFile): string {
  return isCommon ? path : join(stack.template, relative)
}

function groupOf(path: string, files: readonly StackFile[], repository: Repository): Group | undefined {
  const manifests = files.map((file) => repository.read(file.path) ?? [])
  const kinds = new Set(manifests.flat().map((manifest) => ownValue(manifest, 'kind')))
  const [kind] = kinds
  const named = manifests.flat().every((manifest) => typeof nameIn(manifest) === 'string')
  if (kinds.size !== 1 || typeof kind !== 'string' || !named) return undefined
  return { path, files, kind, stream: manifests.some((documents) => documents.length > 1) }
}

function nameIn(manifest: unknown): unknown {
  return valueUnder(manifest, 'metadata', 'name')
}

function identitiesOf(groups: readonly Group[], isCommon: boolean, repository: Repository): ReadonlySet<string> {
  const identities = new Set<string>()
  for (const { files, kind } of groups) {
    for (const file of files) {
      if (file.isCommon !== isCommon) continue
      for (const manifest of repository.read(file.path) ?? []) identities.add(JSON.stringify([kind, nameIn(manifest)]))
    }
  }
  return identities
}

/** Files of one kind that are called alike in several folders: one entry. */
function mergedEntries(groups: readonly Group[]): readonly SketchEntry[] {
  const first = groups[0]
  if (first === undefined) return []
  return patternsOf(groups.map(({ path }) => folderOf(path))).map(({ pattern, folders }) => {
    const files = groups.filter(({ path }) => folders.includes(folderOf(path))).flatMap((group) => group.files)
    const common = files.find(({ isCommon }) => isCommon)
    const folder = pattern.replace('{name**}', '**').replace('{name}', '*')
    return {
      path: join(folder, lastOf(first.path)),
      kind: first.kind,
      name: { at: '/metadata/name' },
      ...(common === undefined ? {} : { environment: common.of }),
      ...(first.stream ? { stream: true as const } : {}),
      note: common === undefined ? 'over them, by what the manifests are called' : 'below every environment',
    }
  })
}
