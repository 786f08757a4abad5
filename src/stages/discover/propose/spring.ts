import { patternsOf, type FolderPattern } from './folders.ts'
import { COMMON_NAMES, isNoEnvironment, looksLikeEnvironment } from './names.ts'
import { profilesIn, type Profiles } from './profiles.ts'
import { folderOf, join, lastOf, type Candidate, type Repository } from './repository.ts'
import { plainEnvironments, type Sketch, type SketchEntry } from './sketch.ts'
import { namedEntries, splitStem, type NamedFile } from './splits.ts'
import { groupBy, ownValue } from './values.ts'

const KIND = 'services'
const RESOURCES = /(?:^|\/)src\/main\/resources(?:\/config)?$/
const NOTES = { shared: 'settings of all services', plain: 'one service each', environment: 'of one profile' } as const

/**
 * Spring-style profiles: `application.yml` with the settings of all, `{name}.yml` beside it or `application.yml` in a
 * module, and profiles as documents of a stream, as `application-{environment}.yml` or as `{name}-{environment}.yml`.
 */
export function sketchSpring(repository: Repository): Sketch | undefined {
  const application = repository.candidates.filter((file) => isApplication(file) && !isManifest(file, repository))
  if (application.length === 0) return undefined
  const folders = [...new Set(application.map(({ folder }) => folder))]
  const root = folders.find((folder) => isShared(folder, folders, repository))
  const beside = root === undefined ? [] : filesBeside(root, repository)
  const profiles = profilesIn([...application, ...beside], repository)
  const variants = variantsOf(application, beside, profiles)
  const layout = [
    ...(root === undefined ? [] : rootEntries(root, application, variants)),
    ...moduleEntries(application.filter(({ folder }) => folder !== root), variants),
  ]
  return {
    shape: 'spring-profiles',
    confidence: 0.9,
    seen: 'Spring-style settings with profiles',
    layout: inOrder(layout).map((entry) => withProfiles(entry, profiles)),
    environments: plainEnvironments([...profiles.names, ...variants.environments]),
    learned: true,
    presence: 'inherited',
    ignore: [],
    misfits: profiles.misfits,
    alternatives: [
      'environments that inherit from several profiles, such as `production: {inherits: [mysql, docker]}`',
      ...(profiles.flat ? [] : ['`keys: dotted` in the entries, where keys are written with dots (`server.port: 80`)']),
    ],
  }
}

function isApplication({ stem }: Candidate): boolean {
  return /^(?:application|bootstrap)(?:-.+)?$/s.test(stem)
}

/** Argo CD's and other manifests are called `application.yaml` too. */
function isManifest({ path }: Candidate, repository: Repository): boolean {
  return ownValue(repository.read(path)?.[0], 'apiVersion') !== undefined
}

/** A folder whose `application.yml` is about several services: in files beside it, or in folders below. */
function isShared(folder: string, folders: readonly string[], repository: Repository): boolean {
  if (RESOURCES.test(folder)) return false
  const below = folders.some((other) => other !== folder && folderOf(other) === folder)
  return below || (repository.byFolder.get(folder) ?? []).some((file) => !isApplication(file))
}

function filesBeside(root: string, repository: Repository): readonly Candidate[] {
  const files = repository.byFolder.get(root) ?? []
  return files.filter((file) => !isApplication(file) && !isManifest(file, repository))
}

interface Variants {
  readonly environments: ReadonlySet<string>
  readonly named: readonly NamedFile[]
}

/** Which profiles have files, and what the files beside `application.yml` are called by. */
function variantsOf(application: readonly Candidate[], beside: readonly Candidate[], profiles: Profiles): Variants {
  const suffixes = application.flatMap(({ stem }) => suffixOf(stem) ?? []).filter((suffix) => !isCommon(suffix))
  const stems = new Set(beside.map(({ stem }) => stem))
  const sure = new Set([...profiles.names, ...suffixes])
  const plain = new Set([...stems].filter((stem) => splitStem(stem, stems, sure).environment === null))
  const known = new Set([...sure, ...[...plain].flatMap((stem) => likelySuffixes(stem, plain))])
  const named = beside.map(({ stem, extension }) => ({ ...splitStem(stem, stems, known), extension }))
  const used = named.flatMap(({ environment }) => environment ?? [])
  return { environments: new Set([...used, ...suffixes]), named }
}

function suffixOf(stem: string): string | undefined {
  const dash = stem.indexOf('-')
  return dash < 0 ? undefined : stem.slice(dash + 1)
}

/** `default` is a profile of Spring's own; the other common names are layers below all profiles. */
function isCommon(suffix: string): boolean {
  return (suffix !== 'default' && COMMON_NAMES.has(suffix)) || isNoEnvironment(suffix)
}

/** What follows the name of a plain file and reads like an environment. */
function likelySuffixes(stem: string, stems: ReadonlySet<string>): readonly string[] {
  const found: string[] = []
  for (let dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
    const suffix = stem.slice(dash + 1)
    if (stems.has(stem.slice(0, dash)) && looksLikeEnvironment(suffix)) found.push(suffix)
  }
  return found
}

function rootEntries(root: string, application: readonly Candidate[], variants: Variants): readonly SketchEntry[] {
  const files = application.filter(({ folder }) => folder === root)
  const named = namedEntries({ folder: root, kind: KIND, files: variants.named, notes: NOTES })
  // `{name}-prod-eu-west-1.yml` has more literal text than `application-{environment}.yml` and would take its file.
  const writtenOut = named.some(({ environment }) => environment !== undefined)
  return [...applicationEntries({ pattern: root, kind: KIND, name: '*', writtenOut }, files, variants), ...named]
}

/** Entries for modules: for each place in which they keep their resources, by what lies around it. */
function moduleEntries(application: readonly Candidate[], variants: Variants): readonly SketchEntry[] {
  const byTail = groupBy(application, ({ folder }) => RESOURCES.exec(folder)?.[0].replace(/^\//, '') ?? '')
  return [...byTail].flatMap(([tail, files]) => {
    const byModule = groupBy(files, ({ folder }) => folder.replace(RESOURCES, ''))
    return patternsOf(byModule.keys()).flatMap((pattern) => {
      const ours = pattern.folders.flatMap((folder) => byModule.get(folder) ?? [])
      return applicationEntries({ ...namingOf(pattern), pattern: join(pattern.pattern, tail) }, ours, variants)
    })
  })
}

interface Naming {
  readonly pattern: string
  readonly kind: string
  /** Absent where the pattern captures it. */
  readonly name?: string
  /** Whether each profile needs an entry of its own. */
  readonly writtenOut?: boolean
}

function namingOf({ pattern, kind, name }: FolderPattern): Omit<Naming, 'pattern'> {
  return { kind: kind ?? KIND, ...(pattern.includes('{name') ? {} : { name: name ?? 'application' }) }
}

/** An entry for each way in which `application` files, or `bootstrap` ones, are called. */
function applicationEntries(
  naming: Naming,
  files: readonly Candidate[],
  { environments }: Variants,
): readonly SketchEntry[] {
  const entries = new Map<string, SketchEntry>()
  const { pattern, writtenOut = false, ...named } = naming
  for (const { stem, extension } of files) {
    const suffix = suffixOf(stem)
    const isProfile = suffix !== undefined && environments.has(suffix)
    const file = isProfile && !writtenOut ? `${stem.slice(0, stem.indexOf('-'))}-{environment}` : stem
    const environment = isProfile && writtenOut ? { environment: suffix } : {}
    const kind = stem.startsWith('bootstrap') && named.name !== '*' ? 'bootstrap' : named.kind
    const note = isProfile ? NOTES.environment : named.name === '*' ? NOTES.shared : NOTES.plain
    const path = join(pattern, `${file}${extension}`)
    entries.set(path, { path, ...named, kind, ...environment, note })
  }
  return [...entries.values()]
}

/** Of one environment, files of profiles win over plain files, and those of a service over those of all. */
function inOrder(entries: readonly SketchEntry[]): readonly SketchEntry[] {
  const rank = (entry: SketchEntry): number => (isOfProfile(entry) ? 2 : 0) + (entry.name === '*' ? 0 : 1)
  return [...entries].sort((a, b) => rank(a) - rank(b))
}

function isOfProfile({ path, environment }: SketchEntry): boolean {
  return environment !== undefined || lastOf(path).includes('{environment}')
}

function withProfiles(entry: SketchEntry, { at, streams, flat }: Profiles): SketchEntry {
  return {
    ...entry,
    ...(at === undefined || isOfProfile(entry) ? {} : { environment: { at } }),
    ...(streams ? { stream: true } : {}),
    ...(flat ? { keys: 'dotted' } : {}),
  }
}
