import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'

/** Most that is read of one value, in UTF-16 units. */
const LONGEST = 10_000_000

/**
 * Reads a value that nobody is to see: from a terminal one line that is not shown, else all that comes in, without the
 * line break at its end.
 *
 * @param ask writes the question, on a terminal
 * @throws Failure where nothing comes, or the person gives up
 */
export async function readSecretInput(input: NodeJS.ReadStream, ask: (text: string) => void): Promise<string> {
  if (input.isTTY) return readHidden(input, ask)
  let text = ''
  input.setEncoding('utf8')
  for await (const chunk of input) {
    text += String(chunk)
    if (text.length > LONGEST) throw new Failure('usage', say`the value is longer than ${LONGEST} characters`)
  }
  return text.replace(/\r?\n$/, '')
}

const ENTER = new Set(['\r', '\n', '\u0004'])
const BACKSPACE = new Set(['\u007f', '\b'])
const INTERRUPT = '\u0003'

/** One line in raw mode, as passwords are asked for. */
function readHidden(input: NodeJS.ReadStream, ask: (text: string) => void): Promise<string> {
  ask('value (not shown, Enter ends it): ')
  return new Promise((resolve, reject) => {
    let text = ''
    const end = (settle: () => void) => {
      input.setRawMode(false)
      input.pause()
      input.off('data', take)
      ask('\n')
      settle()
    }
    const take = (chunk: Buffer | string) => {
      for (const char of chunk.toString()) {
        if (char === INTERRUPT || ENTER.has(char)) {
          end(() => {
            if (char === INTERRUPT) reject(new Failure('usage', say`given up; nothing was changed`))
            else resolve(text)
          })
          return
        }
        text = BACKSPACE.has(char) ? Array.from(text).slice(0, -1).join('') : text + char
      }
    }
    input.setRawMode(true)
    input.setEncoding('utf8')
    input.on('data', take)
    input.resume()
  })
}
