/**
 * Splits a command as a shell does: at blanks, outside of quotes; a backslash takes the next character as it is.
 * Nothing is expanded and no shell is run. `undefined` where a quote is not closed.
 */
export function wordsOf(command: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < command.length; at++) {
    const char = command.charAt(at)
    if (char === '\\' && quote !== "'" && at + 1 < command.length) word = (word ?? '') + command.charAt(++at)
    else if (char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'")) {
      quote = char
      word ??= ''
    } else if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + char
  }
  if (quote !== '') return undefined
  return word === undefined ? words : [...words, word]
}
