import { lineEnd } from './lines.ts'

/**
 * What parser events leave out: where a collection, an empty scalar, a block scalar's header and a document begin or
 * end. Each function looks at the few characters between two tokens whose places are known.
 */

const TAB = 0x09
const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const HASH = 0x23
const COMMA = 0x2c
const COLON = 0x3a
const QUESTION = 0x3f
const GREATER = 0x3e
const BAR = 0x7c
const BYTE_ORDER_MARK = 0xfeff

/** The next offset from `from` on that is neither white space nor in a comment. */
export function skipBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    const char = text.charCodeAt(at)
    if (char === SPACE || char === LINE_FEED || char === RETURN || char === TAB) at++
    else if (char === HASH) at = lineEnd(text, at)
    else return at
  }
}

/** The offset after `indicator` (a character code) if it is what comes next, else `from`. */
export function afterIndicator(text: string, from: number, indicator: number): number {
  const at = skipBlank(text, from)
  return text.charCodeAt(at) === indicator ? at + 1 : from
}

/** The offset after the bracket that closes a flow collection whose last child ends at `from`; else `from`. */
export function afterFlow(text: string, from: number, closer: number): number {
  let at = from
  for (;;) {
    at = skipBlank(text, at)
    const char = text.charCodeAt(at)
    if (char === closer) return at + 1
    if (char !== COMMA && char !== COLON && char !== QUESTION) return from
    at++
  }
}

/**
 * Where a block scalar's `|` or `>` stands.
 *
 * @param from an offset that no token before the header goes beyond: end of the key, tag or anchor.
 * @param content where the scalar's first line starts.
 */
export function blockHeader(text: string, from: number, content: number): number {
  const end = isBreak(text.charCodeAt(content - 1)) ? beforeBreak(text, content) : content
  const line = lineStart(text, end)
  for (let at = Math.max(from, line); at < end; at++) {
    const char = text.charCodeAt(at)
    if ((char === BAR || char === GREATER) && endsAsHeader(text, at + 1)) return at
  }
  return content
}

/** Whether what follows on the line is what may follow `|` or `>`: two indicators, then a comment at most. */
function endsAsHeader(text: string, from: number): boolean {
  let at = from
  while (at < from + 2 && isHeaderIndicator(text.charCodeAt(at))) at++
  const blank = at
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  return at >= text.length || isBreak(text.charCodeAt(at)) || (at > blank && text.charCodeAt(at) === HASH)
}

/** `+`, `-` or a digit. */
function isHeaderIndicator(char: number): boolean {
  return char === 0x2b || char === 0x2d || (char >= 0x30 && char <= 0x39)
}

/** The end of the lines in `from`..`to` without the empty ones at their end. */
export function withoutEmptyLines(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isBreak(text.charCodeAt(end - 1))) {
    const before = beforeBreak(text, end)
    if (before > from && !isBreak(text.charCodeAt(before - 1))) break
    end = before
  }
  return end
}

/** The offset of the line break that ends at `end`. */
function beforeBreak(text: string, end: number): number {
  return text.charCodeAt(end - 1) === LINE_FEED && text.charCodeAt(end - 2) === RETURN ? end - 2 : end - 1
}

/** Whether a line break stands between `from` and `to`. */
export function hasBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBreak(text.charCodeAt(at))) return true
  return false
}

/** Whether nothing but white space, or the `?` of an explicit key, stands before `at` on its line. */
export function startsLine(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const char = text.charCodeAt(before)
    if (isBreak(char)) return true
    if (char !== SPACE && char !== TAB) return char === QUESTION || char === BYTE_ORDER_MARK
  }
  return true
}

/** Where the next `---` line from `from` on starts, `from` where there is none. */
export function documentMarker(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at >= 0; at = text.indexOf('---', at + 1)) {
    const before = text.charCodeAt(at - 1)
    const after = text.charCodeAt(at + 3)
    const startsLine = at === 0 || isBreak(before) || before === BYTE_ORDER_MARK
    if (startsLine && (at + 3 >= text.length || isBreak(after) || after === SPACE || after === TAB)) return at
  }
  return from
}

/** Where the line that holds `at` starts. */
export function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--
  return start
}

function isBreak(char: number): boolean {
  return char === LINE_FEED || char === RETURN
}
