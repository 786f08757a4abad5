/** The formats that a layer may be written in. All are equals; TOML's, INI's and dotenv's scalars are typed later. */
export type Format = 'yaml' | 'json' | 'toml' | 'ini' | 'env'

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['toml', 'toml'],
  ['ini', 'ini'],
  ['env', 'env'],
])

export const EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()]

const DOT = 0x2e

/** The format of a path by its extension; `.env` and `.env.production` are dotenv files by name. */
export function formatOf(path: string): Format | undefined {
  const start = path.lastIndexOf('/') + 1
  if (path.charCodeAt(start) === DOT && /^\.env(?:\.|$)/.test(path.slice(start))) return 'env'
  const dot = path.lastIndexOf('.')
  if (dot < start) return undefined
  const extension = path.slice(dot + 1)
  return BY_EXTENSION.get(extension) ?? BY_EXTENSION.get(extension.toLowerCase())
}
