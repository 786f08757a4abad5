import { environmentFiles, localFiles } from './environment-files.ts'
import { environmentFolders, patternsOf, placeFolder, type FolderPattern } from './folders.ts'
import { ENVIRONMENT_PARENTS } from './names.ts'
import { join, lastOf, type Repository } from './repository.ts'
import type { Sketch, SketchEntry, SketchEnvironment } from './sketch.ts'
import { namedEntries, splitStem } from './splits.ts'
import { groupBy } from './values.ts'
import { variantsIn, type Settings } from './variants.ts'

/** Documents of one folder that are written out; more of them share a pattern. */
const MOST_NAMED = 3

const NOTES = { plain: 'below every environment', environment: 'over it, one file an environment' } as const

/**
 * node-config's way (`config/default.json`, `config/production.json`), and what is like it: `environments/prod.yaml`
 * with a common file beside or above, `appsettings.json` with `appsettings.Production.json`, `.env.production`.
 */
export function sketchNodeConfig(repository: Repository): Sketch | undefined {
  const folders = [...repository.byFolder.keys()]
  const known = environmentFolders(repository)
  // Where folders are environments, files are not, whatever they are called.
  const open = folders.filter((folder) => placeFolder(folder, known).environment === undefined)
  const byFolder = open.flatMap((folder) => environmentFiles(folder, repository) ?? [])
  const taken = new Set(byFolder.flatMap(({ folder, above }) => [folder, above?.folder ?? folder]))
  const byStem = folders.filter((folder) => !taken.has(folder)).map((folder) => variantsIn(folder, repository))
  const names = new Set([...byFolder, ...byStem.flat()].flatMap(environmentsIn))
  if (names.size === 0) return undefined
  return {
    shape: 'node-config',
    confidence: 0.9,
    seen: 'one file with the settings of all, and one for each environment',
    layout: [...entriesOf(byFolder), ...variantEntries(byStem, repository)],
    environments: withInstances(names),
    learned: true,
    presence: 'inherited',
    ignore: localFiles(byFolder.map(({ folder }) => folder), repository),
    misfits: [],
    alternatives: [],
  }
}

function environmentsIn({ files }: Settings): readonly string[] {
  return files.flatMap(({ environment }) => environment ?? [])
}

/** `production-2` is an instance of `production` where both have a file. */
function withInstances(names: ReadonlySet<string>): ReadonlyMap<string, SketchEnvironment> {
  const environments = new Map<string, SketchEnvironment>()
  for (const name of [...names].sort()) {
    const deployment = /^(.+)-[0-9]+$/s.exec(name)?.[1]
    environments.set(name, deployment !== undefined && names.has(deployment) ? { inherits: [deployment] } : {})
  }
  return environments
}

/** Folders with variants of one file each, called alike, share entries; others have their own. */
function variantEntries(folders: readonly (readonly Settings[])[], repository: Repository): readonly SketchEntry[] {
  const single = folders.filter((settings) => settings.length === 1).flat()
  const several = folders.filter((settings) => settings.length > 1)
  return [
    ...[...groupBy(single, ({ name }) => name ?? '').values()].flatMap(entriesOf),
    ...several.flatMap((settings) => folderEntries(settings, repository)),
  ]
}

/** Entries for the variants of one folder: of a few documents one by one, of many by a pattern for their names. */
function folderEntries(settings: readonly Settings[], repository: Repository): readonly SketchEntry[] {
  const folder = settings[0]?.folder ?? ''
  if (settings.length <= MOST_NAMED) return settings.flatMap((one) => entriesOf([one]))
  const files = repository.byFolder.get(folder) ?? []
  const environments = new Set(settings.flatMap(environmentsIn))
  const stems = new Set(files.map(({ stem }) => stem))
  const named = files.map(({ stem, extension }) => ({ ...splitStem(stem, stems, environments), extension }))
  return namedEntries({ folder, kind: lastOf(folder) || 'settings', files: named, notes: NOTES })
}

/** Entries for settings of one form. */
function entriesOf(settings: readonly Settings[]): readonly SketchEntry[] {
  const byFolder = new Map(settings.map((one) => [one.folder, one]))
  return patternsOf(byFolder.keys()).flatMap((pattern) => {
    const ours = pattern.folders.flatMap((folder) => byFolder.get(folder) ?? [])
    const naming = namingOf(pattern, ours[0]?.name)
    const plain = new Set<string>()
    const variants = new Set<string>()
    for (const { files, above } of ours) {
      // One file above many folders would need a name that only the folders have.
      if (above !== undefined && !pattern.pattern.includes('{name')) plain.add(above.path)
      for (const { file, environment } of files) {
        const paths = environment === null ? plain : variants
        paths.add(join(pattern.pattern, file))
      }
    }
    return [
      ...[...plain].map((path) => ({ path, ...naming, note: NOTES.plain })),
      ...[...variants].map((path) => ({ path, ...naming, note: NOTES.environment })),
    ]
  })
}

/** The name that a pattern captures, the document's, or that of the folder in which the settings are. */
function namingOf(pattern: FolderPattern, document: string | undefined): Pick<SketchEntry, 'kind' | 'name'> {
  if (pattern.pattern.includes('{name')) return { kind: pattern.kind ?? 'settings' }
  if (document !== undefined) return { kind: pattern.name ?? 'settings', name: document }
  const words = pattern.pattern.split('/').filter((word) => word !== 'config' && !ENVIRONMENT_PARENTS.has(word))
  return { kind: 'settings', name: words.at(-1) || 'app' }
}
