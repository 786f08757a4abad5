import { patternsOf, type FolderPattern } from './folders.ts'
import { inheritanceOf } from './inheritance.ts'
import { identityEntries, namesMeet } from './manifests.ts'
import { ENVIRONMENT_PARENTS } from './names.ts'
import { folderOf, join, lastOf, type Repository } from './repository.ts'
import type { Sketch, SketchEntry } from './sketch.ts'
import { filesOf, stacksOf, type Stack, type StackFile } from './stack.ts'
import { groupBy, ownValue } from './values.ts'

/** Folders an environment over a common one: `base` and `overlays/<environment>`, or `base` and `<environment>`. */
export function sketchOverlays(repository: Repository): Sketch | undefined {
  const stacks = stacksOf(repository)
  if (stacks.length === 0) return undefined
  const based = stacks.some(({ common }) => common !== undefined)
  const layout = [...groupBy(stacks, formOf).values()].flatMap((alike) => layoutOf(alike, repository))
  return {
    shape: 'base-overlays',
    confidence: based ? 0.9 : 0.7,
    seen: based ? 'a folder for each environment over one that they have in common' : 'a folder for each environment',
    layout,
    environments: inheritanceOf(stacks, repository),
    learned: true,
    presence: 'inherited',
    ignore: [],
    misfits: [],
    alternatives: based
      ? ['`presence: declared`, if what is in the common folder exists only where an environment has a file of it']
      : [],
  }
}

/** Equal for stacks that one pattern may stand for: their common folders are called alike and lie in the same place. */
function formOf({ parent, common }: Stack): string {
  const beside = common !== undefined && folderOf(common.folder) !== parent
  return JSON.stringify([common?.name ?? null, beside, ENVIRONMENT_PARENTS.has(lastOf(parent)) ? lastOf(parent) : null])
}

function layoutOf(stacks: readonly Stack[], repository: Repository): readonly SketchEntry[] {
  return patternsOf(stacks.map(({ template }) => template)).flatMap((pattern) => {
    const ours = stacks.filter(({ template }) => pattern.folders.includes(template))
    if (pattern.pattern.includes('{name')) return perApplication(pattern, ours, repository)
    return ours.flatMap((stack) => entriesOf(stack, repository))
  })
}

const NOTES = { common: 'below every environment', environment: 'over it, one folder an environment' } as const

/** Several stacks of one form: the application is the name, and what its file is called the kind. */
function perApplication(
  { pattern }: FolderPattern,
  stacks: readonly Stack[],
  repository: Repository,
): readonly SketchEntry[] {
  const entries = new Map<string, SketchEntry>()
  for (const stack of stacks) {
    const commonFolder = commonPattern(pattern, stack)
    for (const { relative, extension, isCommon, of } of filesOf(stack, repository)) {
      if (relative.includes('/')) continue
      const path = join(isCommon ? commonFolder : pattern, `{kind}${extension}`)
      entries.set(path, isCommon ? { path, environment: of, note: NOTES.common } : { path, note: NOTES.environment })
    }
  }
  return commonFirst([...entries.values()])
}

/** The pattern of the common folder: `apps/{name}/base` for `apps/{name}/overlays/{environment}`. */
function commonPattern(pattern: string, { common, parent }: Stack): string {
  const above = folderOf(pattern)
  const isBeside = common !== undefined && folderOf(common.folder) !== parent
  return join(isBeside ? folderOf(above) : above, common?.name ?? '')
}

function entriesOf(stack: Stack, repository: Repository): readonly SketchEntry[] {
  const files = filesOf(stack, repository)
  const manifests = areManifests(files, repository)
  if (manifests && (stack.common === undefined || !namesMeet(files))) {
    const entries = identityEntries(stack, files, repository)
    if (entries !== undefined) return commonFirst(entries)
  }
  const twoLevels = !manifests && files.every(({ relative }) => relative.split('/').length === 2)
  const nested = files.some(({ relative }) => relative.includes('/'))
  const name = twoLevels ? '{kind}/{name}' : nested ? '{name**}' : '{name}'
  const kind = twoLevels ? {} : { kind: kindOf(stack) }
  const entries = new Map<string, SketchEntry>()
  for (const { extension, isCommon, of } of files) {
    const path = join(isCommon ? (stack.common?.folder ?? '') : stack.template, `${name}${extension}`)
    const own = isCommon ? { environment: of, note: NOTES.common } : { note: NOTES.environment }
    entries.set(path, { path, ...kind, ...own })
  }
  return commonFirst([...entries.values()])
}

/** Whether the files are Kubernetes objects, as far as the first tells. */
function areManifests([first]: readonly StackFile[], repository: Repository): boolean {
  return first !== undefined && ownValue(repository.read(first.path)?.[0], 'apiVersion') !== undefined
}

function kindOf({ parent }: Stack): string {
  const folders = parent.split('/').filter((folder) => !ENVIRONMENT_PARENTS.has(folder.toLowerCase()))
  return folders.at(-1) || 'settings'
}

function commonFirst(entries: readonly SketchEntry[]): readonly SketchEntry[] {
  const isCommon = ({ environment }: SketchEntry): boolean => typeof environment === 'string'
  return [...entries.filter(isCommon), ...entries.filter((entry) => !isCommon(entry))]
}
