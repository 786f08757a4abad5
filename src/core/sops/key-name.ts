/** A field of a key as text; empty where it has none. */
export type KeyField = (field: string) => string

/**
 * What names a key that a file is encrypted to, whoever says it: a file's metadata and a rule of `.sops.yaml` give the
 * same key the same name. The form is SOPS's own (`MasterKey.ToString`), without what says how to get at a key rather
 * than which it is: the version of a key of Azure, the profile of AWS.
 *
 * @param type as the metadata call it (`age`, `pgp`, `azure_kv` …)
 * @param context of a key of AWS, its encryption context
 * @returns empty where the key says nothing of itself
 */
export function keyName(type: string, field: KeyField, context: ReadonlyMap<string, string> = new Map()): string {
  const known = Object.hasOwn(NAMES, type) ? NAMES[type] : undefined
  const named = known?.(field) ?? ''
  const pairs = type === 'kms' ? Array.from(context, ([key, value]) => `${key}:${value}`).sort() : []
  return pairs.length === 0 ? named : `${named}|${pairs.join(',')}`
}

const NAMES: Readonly<Record<string, (field: KeyField) => string>> = {
  age: (field) => field('recipient'),
  pgp: (field) => withoutBlanks(field('fp')),
  kms: (field) => withoutBlanks(joined('+', field('arn'), field('role'))),
  gcp_kms: (field) => field('resource_id'),
  hckms: (field) => field('key_id'),
  azure_kv: (field) => joined('/keys/', withoutSlash(field('vault_url')), field('name')),
  hc_vault: (field) => joined('/v1/', withoutSlash(field('vault_address')), joined('/keys/', field('engine_path'), field('key_name'))),
}

/** The name of a key that a rule gives as one text: of Azure and of Vault a URL. */
export function writtenKeyName(type: string, text: string): string {
  if (type === 'azure_kv') return text.replace(/^(https?:\/\/[^/]+)\/+keys\/([^/]+)(?:\/.*)?$/, '$1/keys/$2')
  if (type === 'hc_vault') return withoutSlash(text).replace(/^(https?:\/\/[^/]+)\/+v[0-9]+\//, '$1/v1/')
  return type === 'pgp' || type === 'kms' ? withoutBlanks(text) : text
}

const joined = (by: string, ...parts: readonly string[]): string => parts.filter((part) => part !== '').join(by)
const withoutBlanks = (text: string): string => text.replaceAll(' ', '')
const withoutSlash = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text)
