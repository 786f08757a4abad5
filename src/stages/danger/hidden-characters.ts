import { name, say, type Message } from '../../core/message.ts'
import { inSpan, locate } from '../../core/place.ts'
import type { Danger } from './found.ts'
import type { ChangedText, FindDangers } from './input.ts'

/** Lines of one file that are told one by one. */
const MOST_LINES = 10

/** Characters that make a text read otherwise than it is: those that turn its direction, and those that nobody sees. */
export const hiddenCharacters: FindDangers<'danger/hidden-character'> = ({ texts, files }) => {
  const dangers: Danger[] = []
  for (const { path, kind } of files) {
    const char = kind === 'added' ? HIDDEN.exec(path)?.[0] : undefined
    if (char === undefined) continue
    const message = say`the path of this file has ${messageOf(char)}`
    dangers.push({ rule: 'danger/hidden-character', message, location: { file: path } })
  }
  for (const text of texts) if (HIDDEN.test(text.source.text)) dangers.push(...inText(text))
  return dangers
}

/**
 * Bidirectional controls (UAX #9), invisible format characters and fillers, tag characters and C0 and C1 controls
 * except for tabs and line ends. A form feed and a lone byte order mark at the start are left to the parsers.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these are the characters to find
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/u
// eslint-disable-next-line no-misleading-character-class -- the same characters
const EACH = new RegExp(HIDDEN.source, 'gu')

function inText({ source, before = '' }: ChangedText): readonly Danger[] {
  const old = new Set(before.split(LINE_END).filter((line) => HIDDEN.test(line)))
  const dangers: Danger[] = []
  let lines = 0
  let end = 0
  for (const { index, 0: char } of source.text.matchAll(EACH)) {
    // One of a line is told: the rest of it is passed over, for a line may be as long as the file.
    if (index < end || isPartOfText(source.text, index, char) || (index === 0 && char === BYTE_ORDER_MARK)) continue
    const start = lineStart(source.text, index, end)
    end = lineEnd(source.text, index)
    if (old.has(source.text.slice(start, end).replace(/\r$/, '')) || ++lines > MOST_LINES) continue
    const location = locate(inSpan(source, index, index + char.length))
    dangers.push({ rule: 'danger/hidden-character', message: messageOf(char), location })
  }
  const more = lines - MOST_LINES
  const final = dangers.at(-1)
  if (more <= 0 || final === undefined) return dangers
  const message = say`${final.message}; ${more} more lines of this file have such characters`
  return [...dangers.slice(0, -1), { ...final, message }]
}

const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = /\r\n?|\n/

/** Where the line of a character starts; no earlier than `from`, up to which lines are known. */
function lineStart(text: string, index: number, from: number): number {
  for (let at = index; at > from; at--) if (text[at - 1] === '\n') return at
  return from
}

function lineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end < 0 ? text.length : end
}

/** Joiners between letters of scripts that need them, and in emoji. */
function isPartOfText(text: string, index: number, char: string): boolean {
  const before = text.slice(Math.max(0, index - 2), index)
  const after = text.slice(index + char.length, index + char.length + 2)
  if (char === '\u200c' || char === '\u200d') {
    return (JOINED.test(before) && STARTS_JOINED.test(after)) || (char === '\u200d' && EMOJI.test(before) && STARTS_EMOJI.test(after))
  }
  return false
}

const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}]$/u
const STARTS_JOINED = new RegExp(`^${JOINED.source.slice(0, -1)}`, 'u')
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u
const STARTS_EMOJI = /^\p{Extended_Pictographic}/u

function messageOf(char: string): Message {
  const point = char.codePointAt(0) ?? 0
  const code = name(`U+${point.toString(16).toUpperCase().padStart(4, '0')}`)
  if (isTurning(point)) return say`a character that turns the direction of the text (${code}): it reads otherwise than it is`
  return say`a character that nobody sees (${code})`
}

/** Bidirectional controls (UAX #9 §2). */
function isTurning(point: number): boolean {
  const isMark = point === 0x61c || point === 0x200e || point === 0x200f
  return isMark || (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)
}
