declare const pointerBrand: unique symbol
/** A JSON Pointer (RFC 6901) as text, such as `/models/0/name`; the empty string is the whole document. */
export type Pointer = string & { readonly [pointerBrand]: true }

/** Tokens of a pointer, unescaped: `['models', '0', 'name']`. */
export type Tokens = readonly string[]

export function pointer(tokens: Tokens): Pointer {
  let text = ''
  for (const token of tokens) text += '/' + escapeToken(token)
  return text as Pointer
}

/** The tokens of a pointer, or `undefined` where the text is none: it must be empty or start with `/` (RFC 6901 §3). */
export function tokensOf(text: string): Tokens | undefined {
  if (text === '') return []
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return undefined
  return text.slice(1).split('/').map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token
}
