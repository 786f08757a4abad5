/**
 * A path of a Git tree, whose bytes need not be UTF-8: where a segment is none, each byte beyond ASCII is a lone low
 * surrogate, U+DC80 and up, which no text in UTF-8 gives. So no two paths become one, and each can be written again.
 */
export function textOfPath(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!text.includes('\ufffd') || Buffer.compare(Buffer.from(text), bytes) === 0) return text
  return bytes.toString('latin1').split('/').map(textOfSegment).join('/')
}

/** What Git lists with `-z`: paths, and what stands before them on their lines. */
export function textsOf(listed: Buffer): string[] {
  const text = listed.toString('utf8')
  const isText = !text.includes('\ufffd')
  const lines = (isText ? text : listed.toString('latin1')).split('\u0000').filter(Boolean)
  return isText ? lines : lines.map((line) => textOfPath(Buffer.from(line, 'latin1')))
}

/** @param bytes a character for each byte */
function textOfSegment(bytes: string): string {
  const text = Buffer.from(bytes, 'latin1').toString('utf8')
  if (Buffer.from(text).toString('latin1') === bytes) return text
  return bytes.replace(/[\u0080-\u00ff]/g, (byte) => String.fromCharCode(ESCAPED + byte.charCodeAt(0)))
}

const ESCAPED = 0xdc00

/** A path as a quoted string of git-fast-import(1), with the bytes that it was read of. */
export function quotedPath(path: string): string {
  const escaped = path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')
  return `"${escaped.replace(/[\udc80-\udcff]/gu, (lone) => `\\${(lone.charCodeAt(0) - ESCAPED).toString(8)}`)}"`
}
