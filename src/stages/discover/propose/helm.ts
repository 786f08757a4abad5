import {
  environmentFolders, patternsOf, placeFolder, type EnvironmentFolder, type FolderPattern,
} from './folders.ts'
import { COMMON_NAMES, ENVIRONMENT_PARENTS, isNoEnvironment, looksLikeEnvironment } from './names.ts'
import { folderOf, join, lastOf, type Candidate, type Repository } from './repository.ts'
import { plainEnvironments, type Sketch, type SketchEntry } from './sketch.ts'
import { groupBy } from './values.ts'

/** A values file: where it belongs, and the pattern of its name. */
interface ValuesFile {
  /** Its folder, `{environment}` in the place of an environment. */
  readonly template: string
  /** Its name as a pattern: `values.yaml`, `values-{environment}.yaml`. */
  readonly file: string
  readonly environment: string | null
  /** Its folder as it is, where that is the common one beside the environments'. */
  readonly commonFolder?: string
  readonly rank: number
}

const RANK = { plain: 0, common: 1, environment: 2, secrets: 3, environmentSecrets: 4 } as const

/**
 * Helm-style values: `values.yaml`, and a variant for each environment beside it, in `values/`, or in the environment's
 * folder.
 */
export function sketchHelm(repository: Repository): Sketch | undefined {
  const known = withoutVariants(environmentFolders(repository), repository)
  const files = repository.candidates.flatMap((candidate) => valuesFile(candidate, repository, known) ?? [])
  if (files.length === 0) return undefined
  const byTemplate = groupBy(files, (file) => file.template)
  const layout = patternsOf(byTemplate.keys()).flatMap((pattern) => entriesOf(pattern, byTemplate))
  const environments = plainEnvironments(files.flatMap(({ environment }) => environment ?? []))
  const declared = environments.size > 0 && mostHaveOwnLayers(byTemplate)
  return {
    shape: 'helm-values',
    confidence: environments.size > 0 ? 0.95 : 0.5,
    seen:
      environments.size > 0
        ? 'Helm-style values: a plain file, and one for each environment'
        : 'Helm-style values without environments',
    layout,
    environments,
    learned: true,
    presence: declared ? 'declared' : 'inherited',
    ignore: [],
    misfits: [],
    alternatives: declared
      ? ['`presence: inherited`, if what has a plain file exists in every environment']
      : [],
  }
}

/** Leaves out folders in which files name environments: there, folders that read like environments are applications. */
function withoutVariants(
  known: ReadonlyMap<string, EnvironmentFolder>,
  repository: Repository,
): ReadonlyMap<string, EnvironmentFolder> {
  const left = new Map(known)
  for (const { stem, folder } of repository.candidates) {
    const suffix = splitStem(stem)?.suffix
    if (suffix === undefined || isNoEnvironment(suffix) || COMMON_NAMES.has(suffix)) continue
    for (let at = folder; at !== ''; at = folderOf(at)) left.delete(folderOf(at))
  }
  return left
}

function valuesFile(
  candidate: Candidate,
  repository: Repository,
  known: ReadonlyMap<string, EnvironmentFolder>,
): ValuesFile | undefined {
  const { stem, extension } = candidate
  const inValues = lastOf(candidate.folder) === 'values' && !stem.startsWith('values')
  const { template, environment, common } = placeFolder(inValues ? folderOf(candidate.folder) : candidate.folder, known)
  const parts = inValues ? inValuesFolder(stem) : splitStem(stem)
  if (parts === undefined) return undefined
  const { base, pattern, suffix } = parts
  const secret = base === 'secrets'
  if (secret && !hasValues(candidate.folder, repository)) return undefined
  if (suffix === undefined) {
    const rank = secret ? RANK.secrets : RANK.plain
    const commonFolder = common === undefined ? {} : { commonFolder: candidate.folder }
    return { template, file: `${pattern}${extension}`, environment: environment ?? null, rank, ...commonFolder }
  }
  // An environment in the folder and a suffix in the name: two axes, of which one cannot be told from here.
  if (environment !== undefined || isNoEnvironment(suffix)) return undefined
  if (isCommon(suffix, candidate, repository)) {
    const file = pattern.replace('{environment}', () => suffix) + extension
    return { template, file, environment: null, rank: RANK.common }
  }
  if (inValues && !looksLikeEnvironment(suffix)) return undefined
  const rank = secret ? RANK.environmentSecrets : RANK.environment
  return { template, file: `${pattern}${extension}`, environment: suffix, rank }
}

interface ValuesStem {
  readonly base: string
  /** The name as a pattern: `values-{environment}`. */
  readonly pattern: string
  readonly suffix?: string
}

function inValuesFolder(stem: string): ValuesStem {
  return { base: 'values', pattern: 'values/{environment}', suffix: stem }
}

/** `values`, `values-prod`, `prod-values`; `secrets` likewise. Before it stands nothing but an environment. */
function splitStem(stem: string): ValuesStem | undefined {
  const after = /^(values|secrets)(?:([-._])(.+))?$/s.exec(stem)
  if (after !== null) {
    const [, base = '', separator = '', suffix] = after
    if (suffix === undefined) return { base, pattern: base }
    return { base, pattern: `${base}${separator}{environment}`, suffix }
  }
  const before = /^(.+)([-._])values$/s.exec(stem)
  const suffix = before?.[1]
  if (suffix === undefined || !looksLikeEnvironment(suffix)) return undefined
  return { base: 'values', pattern: `{environment}${before?.[2] ?? ''}values`, suffix }
}

function hasValues(folder: string, repository: Repository): boolean {
  return (repository.byFolder.get(folder) ?? []).some(({ stem }) => splitStem(stem)?.base === 'values')
}

/** `values-base.yaml` beside a `values.yaml` is an environment called base; alone it is the layer below the others. */
function isCommon(suffix: string, { folder }: Candidate, repository: Repository): boolean {
  if (!COMMON_NAMES.has(suffix)) return false
  return suffix !== 'base' || !(repository.byFolder.get(folder) ?? []).some(({ stem }) => stem === 'values')
}

function entriesOf(pattern: FolderPattern, byTemplate: ReadonlyMap<string, readonly ValuesFile[]>): SketchEntry[] {
  const files = pattern.folders.flatMap((folder) => byTemplate.get(folder) ?? [])
  const naming = namingOf(pattern)
  const entries = new Map<string, { readonly rank: number; readonly entry: SketchEntry }>()
  for (const { file, rank, commonFolder, environment } of files) {
    const common = commonFolder !== undefined
    const segment = common ? commonSegment(pattern.pattern, commonFolder) : undefined
    const folder = segment === undefined ? pattern.pattern : pattern.pattern.replace('{environment}', () => segment)
    const path = join(folder, file)
    const note = environment === null ? NOTES.plain : NOTES.environment
    entries.set(path, { rank: common ? -1 : rank, entry: { path, ...naming, note } })
  }
  return [...entries.values()].sort((a, b) => a.rank - b.rank).map(({ entry }) => entry)
}

const NOTES = { plain: 'below every environment', environment: 'over it, one file an environment' } as const

/** The segment of a common folder that stands where the pattern has `{environment}`. */
function commonSegment(pattern: string, folder: string): string | undefined {
  const at = pattern.split('/').indexOf('{environment}')
  return at < 0 ? undefined : folder.split('/')[at]
}

function namingOf({ pattern, kind, name }: FolderPattern): Pick<SketchEntry, 'kind' | 'name'> {
  const told = kind === undefined || ENVIRONMENT_PARENTS.has(kind) ? undefined : kind
  if (pattern.includes('{name')) return { kind: told ?? 'applications' }
  if (kind === undefined) return { kind: name ?? 'applications', name: 'values' }
  return { kind: told ?? 'applications', name: name ?? 'values' }
}

function mostHaveOwnLayers(byTemplate: ReadonlyMap<string, readonly ValuesFile[]>): boolean {
  const all = [...byTemplate.values()]
  return all.filter((files) => files.some(({ environment }) => environment !== null)).length * 2 >= all.length
}
