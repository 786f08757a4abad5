/** Helpers for formats that are read line by line. Lines end as in `Source`: `\n`, `\r\n` or a lone `\r`. */

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32

/** The offset at which the line of `from` ends: that of its line break, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++
  return at
}

/** The offset at which the line after the one that ends at `end` starts. */
export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1
}

/** The first offset in `from`..`to` that is neither space nor tab; `to` where there is none. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

/** The offset after the last character in `from`..`to` that is neither space nor tab; `from` where there is none. */
export function trimBlanks(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

function isBreak(code: number): boolean {
  return code === LF || code === CR
}
