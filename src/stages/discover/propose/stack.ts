import { environmentFolders, placeFolder, type EnvironmentFolder } from './folders.ts'
import { COMMON_NAMES, ENVIRONMENT_PARENTS } from './names.ts'
import { candidatesBelow, folderOf, join, lastOf, type Candidate, type Repository } from './repository.ts'

/** A place that has a folder an environment, and often one that is below them. */
export interface Stack {
  /** `apps/{environment}`, `apps/podinfo/overlays/{environment}`. */
  readonly template: string
  /** The folder of the environments' folders. */
  readonly parent: string
  readonly environments: readonly string[]
  readonly common?: { readonly folder: string; readonly name: string }
}

/** A file of a stack, by its path below the environment's folder or the common one. */
export interface StackFile extends Candidate {
  readonly relative: string
  /** The environment, or the name of the common layer. */
  readonly of: string
  readonly isCommon: boolean
}

/** The stacks of a repository: those with a common layer, and others that are about the same environments. */
export function stacksOf(repository: Repository): readonly Stack[] {
  const known = environmentFolders(repository)
  const stacks: Stack[] = []
  for (const found of known.values()) {
    if (placeFolder(found.parent, known).environment === undefined) stacks.push(stackOf(found, repository))
  }
  const based = stacks.filter(({ common }) => common !== undefined)
  if (based.length === 0) return stacks
  const environments = new Set(based.flatMap((stack) => stack.environments))
  return stacks.filter((stack) => stack.common !== undefined || stack.environments.every((n) => environments.has(n)))
}

function stackOf({ parent, environments, common }: EnvironmentFolder, repository: Repository): Stack {
  const stack = { template: join(parent, '{environment}'), parent, environments }
  if (common !== undefined) return { ...stack, common: { folder: join(parent, common), name: common } }
  if (!ENVIRONMENT_PARENTS.has(lastOf(parent).toLowerCase())) return stack
  const beside = repository.subfolders.get(folderOf(parent))
  const name = [...COMMON_NAMES].find((candidate) => beside?.has(candidate) === true)
  return name === undefined ? stack : { ...stack, common: { folder: join(folderOf(parent), name), name } }
}

/** The candidates of a stack, those of the common layer first. */
export function filesOf(stack: Stack, repository: Repository): readonly StackFile[] {
  const common = stack.common && { folder: stack.common.folder, of: stack.common.name, isCommon: true }
  const own = stack.environments.map((name) => ({ folder: join(stack.parent, name), of: name, isCommon: false }))
  return [...(common === undefined ? [] : [common]), ...own].flatMap(({ folder, of, isCommon }) =>
    candidatesBelow(repository, folder).map((candidate) => {
      return { ...candidate, relative: candidate.path.slice(folder.length + 1), of, isCommon }
    }),
  )
}
