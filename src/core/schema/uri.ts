/** A scheme of our own, so that files resolve against one another as URIs do and never to anything outside. */
const REPOSITORY = 'cairn-repository:///'
const BUILT_IN = 'cairn:'

/** The URI under which a document stands that has no `$id`: built-ins have theirs already. */
export function uriOfPath(path: string): string {
  return path.startsWith(BUILT_IN) ? path : REPOSITORY + path.split('/').map(encodeURIComponent).join('/')
}

/** A reference without its fragment, resolved against a URI (RFC 3986 §5); `undefined` where it is no reference. */
export function joined(location: string, base: string): string | undefined {
  const encoded = encodeURI(decoded(location))
  // Among themselves built-ins refer to one another as the files do that they are.
  if (base.startsWith(BUILT_IN) && !SCHEME.test(location)) return BUILT_IN + location.replace(/\.yaml$/, '')
  try {
    const url = new URL(encoded, base)
    url.hash = ''
    return url.href
  } catch {
    return undefined
  }
}

/** What percent signs stand for; the text as it is where they stand for nothing. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** How a document is written in a reference from another one. */
export function referenceTo(path: string, from: string): string {
  if (path.startsWith(BUILT_IN) || from.startsWith(BUILT_IN)) return path
  const target = path.split('/')
  const folder = from.split('/').slice(0, -1)
  let same = 0
  while (same < folder.length && same < target.length - 1 && folder[same] === target[same]) same++
  return '../'.repeat(folder.length - same) + target.slice(same).join('/')
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/
