import type { Tokens } from './pointer.ts'
import type { Value } from './value.ts'

/** What secrets are called, without case and without what parts words; `password` and its like end longer words too. */
const SECRET = new Set([
  'passcode', 'pwd', 'secret', 'secrets', 'token', 'credential', 'credentials', 'creds', 'apikey', 'apikeys',
  'privatekey', 'privatekeys', 'secretkey', 'secretkeys', 'accesskey', 'accesskeys', 'signingkey', 'encryptionkey',
  'masterkey', 'authkey', 'accountkey', 'sharedkey', 'presharedkey', 'licensekey', 'apitokens', 'accesstokens', 'authtokens',
  'bearertokens', 'refreshtokens', 'dbpass', 'userpass', 'connectionstring',
])
const ENDING = /(?:passwords?|passwd|passphrases?)$/
/** What a key ends in that says of a secret where it is or what it is like, and not what it is. */
const DESCRIBING = new Set([
  'name', 'names', 'ref', 'refs', 'reference', 'file', 'path', 'dir', 'directory', 'mount', 'namespace', 'type', 'kind', 'version',
  'id', 'length', 'size', 'limit', 'count', 'ttl', 'expiry', 'expiration', 'lifetime', 'age', 'timeout', 'policy', 'engine', 'store',
  'provider', 'url', 'uri', 'endpoint', 'issuer', 'audience', 'algorithm', 'format', 'header', 'enabled', 'required',
])

/**
 * Whether what stands at a pointer goes by the name of a secret: `password`, `dbPassword`, `API_KEY`, `auth-token`,
 * `credentials`. The last words of a key decide, however they are written: `tokenizer`, `max_tokens`, `token_limit` and
 * `secret_name` are none. Its own key decides, or one above it where its own does not say what it tells of the secret
 * (`secret: {name: …}`).
 */
export function isNamedLikeSecret(tokens: Tokens): boolean {
  let isOwn = true
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] ?? ''
    // An item of a list goes by the name of the list.
    if (/^\d+$/.test(token)) continue
    const words = wordsOf(token)
    if (isSecretWords(words)) return true
    if (isOwn && DESCRIBING.has(words.at(-1) ?? '')) return false
    isOwn = false
  }
  return false
}

/** Whether a leaf is to be withheld where reports are copied and mailed: in clear, and under a name of secrets. */
export function isWithheld(value: Value, tokens: Tokens): boolean {
  return isClear(value) && isNamedLikeSecret(tokens)
}

/** Whether a value could be a secret in clear: a text or a number, and none that something else fills in. */
export function isClear(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && !isPlaceholder(value))
}

const LONGEST_PLACEHOLDER = 1_000

/** A text that something else fills in: `${DB_PASSWORD}`, `$(DB_PASSWORD)`, `{{ .password }}`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER) return false
  return /^\$\{[^{}]*\}$|^\$\([^()]*\)$|^\{\{[^{}]*\}\}$/.test(text)
}

/** Longer keys are texts. */
const LONGEST_KEY = 200

function wordsOf(key: string): readonly string[] {
  if (key.length > LONGEST_KEY) return []
  const words = key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []
  // `password_2`, `token1`
  while (/^\d+$/.test(words.at(-1) ?? '')) words.pop()
  return words.map((word) => word.toLowerCase())
}

function isSecretWords(words: readonly string[]): boolean {
  const last = words.at(-1)
  if (last === undefined) return false
  return SECRET.has(last) || ENDING.test(last) || SECRET.has(words.slice(-2).join(''))
}
