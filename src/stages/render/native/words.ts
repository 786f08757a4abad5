export interface Word {
  readonly text: string
  /** Whether any of it stood between quotes. */
  readonly isQuoted: boolean
}

/**
 * Splits a command as a shell does that expands nothing: blanks between words, single quotes around anything, double
 * quotes in which a backslash keeps `"` and `\`, a backslash before any other character outside quotes.
 *
 * @returns undefined where a quote has no end, or nothing follows a backslash
 */
export function wordsOf(command: string): Word[] | undefined {
  const words: Word[] = []
  let word: Word | undefined
  for (let at = 0; at < command.length; at++) {
    const char = command.charAt(at)
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') {
      if (word !== undefined) words.push(word)
      word = undefined
      continue
    }
    const isQuote = char === "'" || char === '"'
    const part = isQuote ? quotedAt(command, at) : bareAt(command, at)
    if (part === undefined) return undefined
    word = { text: (word?.text ?? '') + part.text, isQuoted: isQuote || word?.isQuoted === true }
    at = part.last
  }
  if (word !== undefined) words.push(word)
  return words
}

interface Part {
  readonly text: string
  /** Index of its last character in the command. */
  readonly last: number
}

function bareAt(command: string, at: number): Part | undefined {
  if (command.charAt(at) !== '\\') return { text: command.charAt(at), last: at }
  return at + 1 < command.length ? { text: command.charAt(at + 1), last: at + 1 } : undefined
}

function quotedAt(command: string, start: number): Part | undefined {
  const quote = command.charAt(start)
  let text = ''
  for (let at = start + 1; at < command.length; at++) {
    const char = command.charAt(at)
    if (char === quote) return { text, last: at }
    const next = command.charAt(at + 1)
    if (char === '\\' && quote === '"' && (next === '"' || next === '\\')) at++
    text += char === '\\' && quote === '"' && (next === '"' || next === '\\') ? next : char
  }
  return undefined
}
