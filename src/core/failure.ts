import { escapeControls, type Message } from './message.ts'

/**
 * What stops a command: asked wrongly (`usage`, exit code 2), or the world refused (`broken`, exit code 3). Thrown by
 * adapters and queries, caught once at the edge. Bad configuration is never a failure: it is a finding.
 */
export class Failure extends Error {
  readonly exit: 'usage' | 'broken'
  readonly said: Message
  /** What to do next, where there is something. */
  readonly hint: Message | undefined

  constructor(exit: 'usage' | 'broken', said: Message, hint?: Message) {
    super(said)
    this.exit = exit
    this.said = said
    this.hint = hint
  }
}

/** Where an error of the program itself came from, without what it says: its text may quote a value. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return '    (not an error object)\n'
  const { stack = '', message } = error
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n').filter((line) => /^\s+at /.test(line))
  return `    ${escapeControls(error.name)}\n${lines.slice(0, 8).map((line) => escapeControls(line) + '\n').join('')}`
}
