import { folderOf, join, type Repository } from './repository.ts'
import type { SketchEnvironment } from './sketch.ts'
import type { Stack } from './stack.ts'
import { ownValue } from './values.ts'

/** What each environment inherits from, before anything is left out. */
type Parents = ReadonlyMap<string, readonly string[]>

/**
 * What environments inherit from: the common layer of their stacks, or another environment where their
 * `kustomization.yaml` builds on that one's folder.
 */
export function inheritanceOf(
  stacks: readonly Stack[],
  repository: Repository,
): ReadonlyMap<string, SketchEnvironment> {
  const commons = new Set(stacks.flatMap(({ common }) => common?.name ?? []))
  const names = new Set(stacks.flatMap(({ environments }) => environments).filter((name) => !commons.has(name)))
  const parents: Parents = new Map([...names].map((name) => [name, parentsOf(name, stacks, repository)]))
  const environments = new Map<string, SketchEnvironment>()
  for (const common of [...commons].sort()) environments.set(common, { abstract: true })
  for (const name of [...names].sort()) {
    const inherits = directParents(name, parents)
    environments.set(name, inherits.length === 0 ? {} : { inherits })
  }
  return environments
}

/** Asks one stack what an environment builds on: the others hardly differ, and files are read sparingly. */
function parentsOf(environment: string, stacks: readonly Stack[], repository: Repository): readonly string[] {
  const ours = stacks.filter(({ environments }) => environments.includes(environment))
  for (const stack of ours) {
    const folder = join(stack.parent, environment)
    const file = [`${folder}/kustomization.yaml`, `${folder}/kustomization.yml`].find((at) => repository.asides.has(at))
    if (file === undefined) continue
    const built = foldersIn(repository.read(file)?.[0], folder)
    const others = stack.environments.filter((other) => other !== environment)
    const found = others.filter((other) => built.some((at) => isWithin(at, join(stack.parent, other))))
    if (found.length > 0) return found
    break
  }
  return [...new Set(ours.flatMap(({ common }) => common?.name ?? []))]
}

/** The folders and files that a `kustomization.yaml` lists, as paths in the repository. */
function foldersIn(kustomization: unknown, folder: string): readonly string[] {
  const listed = ['resources', 'bases', 'components'].flatMap((key) => ownValue(kustomization, key) ?? [])
  return listed.flatMap((item) => (typeof item === 'string' ? resolve(folder, item) : []))
}

function resolve(folder: string, relative: string): string {
  let at = folder
  for (const segment of relative.split('/')) {
    if (segment === '..') at = folderOf(at)
    else if (segment !== '.' && segment !== '') at = join(at, segment)
  }
  return at
}

function isWithin(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(`${parent}/`)
}

/** Parents without those that come with another parent, and without any that would close a circle. */
function directParents(name: string, all: Parents): readonly string[] {
  const parents = (all.get(name) ?? []).filter((parent) => !ancestorsOf(parent, all).has(name))
  const comesWith = (parent: string, other: string): boolean => other !== parent && ancestorsOf(other, all).has(parent)
  return parents.filter((parent) => !parents.some((other) => comesWith(parent, other))).sort()
}

/** An environment and all that it inherits from. */
function ancestorsOf(name: string, all: Parents): ReadonlySet<string> {
  const found = new Set([name])
  for (const at of found) for (const parent of all.get(at) ?? []) found.add(parent)
  return found
}
