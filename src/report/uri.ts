/**
 * A path as a relative reference (RFC 3986 §4.2). Bytes of a name that are not UTF-8 come as U+DC80 … U+DCFF (PEP 383).
 */
export function uriOf(path: string): string {
  let uri = ''
  for (const char of path) {
    const unit = char.charCodeAt(0)
    const isLone = char.length === 1 && unit >= 0xd800 && unit <= 0xdfff
    if (isLone) uri += `%${(unit & 0xff).toString(16).toUpperCase().padStart(2, '0')}`
    else uri += char === '/' ? char : encodeURIComponent(char)
  }
  return uri
}
