import { isNoEnvironment, looksLikeEnvironment } from './names.ts'
import type { Candidate, Repository } from './repository.ts'
import { splitsOf } from './splits.ts'

/** A settings file and its variants, or a folder with one file an environment. */
export interface Settings {
  readonly folder: string
  /** The document, where the folder does not say it. */
  readonly name?: string
  readonly files: readonly SettingsFile[]
  /** The common file, where it lies above the folder and not in it. */
  readonly above?: Candidate
}

interface SettingsFile {
  /** Its name, as a pattern: `appsettings.{environment}.json`. */
  readonly file: string
  /** Null for what is below every environment. */
  readonly environment: string | null
}

/** Files that have a shape of their own. */
const OTHER_SHAPES = /^(?:values|application|bootstrap)(?:[-._]|$)/

/** `db.yaml` with `db-prod.yaml`, `db.prod.yaml` or `db_prod.yaml`: one document for each plain file. */
export function variantsIn(folder: string, repository: Repository): readonly Settings[] {
  const files = (repository.byFolder.get(folder) ?? []).filter(({ stem }) => !OTHER_SHAPES.test(stem))
  const plains = new Map(files.map((file) => [file.stem, file]))
  const variants = new Map<Candidate, (SettingsFile & { readonly environment: string })[]>()
  for (const { stem, extension } of files) {
    for (const { name, separator, environment } of splitsOf(stem)) {
      const plain = plains.get(name)
      if (plain === undefined || isNoEnvironment(environment) || environment.split('.').includes('local')) continue
      const variant = { file: `${name}${separator}{environment}${extension}`, environment }
      const known = variants.get(plain)
      if (known === undefined) variants.set(plain, [variant])
      else known.push(variant)
    }
  }
  return [...variants].flatMap(([plain, own]) => {
    if (!own.some(({ environment }) => looksLikeEnvironment(environment))) return []
    const files = [{ file: `${plain.stem}${plain.extension}`, environment: null }, ...own]
    return { folder, name: plain.stem.replace(/^\.+/, ''), files }
  })
}
