/** The formats that a layer may be written in. All are equals; TOML's, INI's and dotenv's scalars are typed later. */
export type Format = 'yaml' | 'json' | 'toml' | 'ini' | 'env'

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
  ini: 'ini',
  env: 'env',
}

export const EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION)

/** The format of a path by its extension; `.env` and `.env.production` are dotenv files by name. */
export function formatOf(path: string): Format | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (/^\.env(?:\.|$)/.test(file)) return 'env'
  const dot = file.lastIndexOf('.')
  return dot < 0 ? undefined : BY_EXTENSION[file.slice(dot + 1).toLowerCase()]
}
