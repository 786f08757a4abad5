import { coloured, plain, type Style } from '../report/style.ts'
import { grouped } from '../report/verdict.ts'

/** What a command sees of the process: where it writes, and in which manner. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => void
  readonly err: (text: string) => void
  readonly outStyle: Style
  readonly errStyle: Style
  /** Says how far long work is, on a terminal only. */
  readonly progress: (done: number, total: number, what?: 'documents' | 'files') => void
  /** Takes the progress line away. */
  readonly clear: () => void
  readonly directory: string
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Milliseconds from some moment on. */
  readonly clock: () => number
  /** The day it is, `2027-01-31`, in UTC. */
  readonly today: string
  /**
   * Calls back once when somebody ends a command that goes on by itself: by Ctrl-C or SIGTERM, or since nobody reads
   * what it prints any more.
   *
   * @returns what ends that
   */
  readonly onStop: (stop: () => void) => () => void
  /** What is read where a value is not to stand on the command line. */
  readonly input: NodeJS.ReadStream
}

export type ColourChoice = 'auto' | 'always' | 'never'

/** Colour where a person looks: a terminal, unless NO_COLOR (no-color.org) or the choice says otherwise. */
export function openTerminal(process: NodeJS.Process, colour: ColourChoice): Terminal {
  const { stdout, stderr, env } = process
  const styleFor = (stream: NodeJS.WriteStream): Style => {
    if (colour !== 'auto') return colour === 'always' ? coloured : plain
    if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return plain
    return stream.isTTY || (env['FORCE_COLOR'] ?? '0') !== '0' ? coloured : plain
  }
  const { progress, clear } = progressLine(stderr)
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outStyle: styleFor(stdout),
    errStyle: styleFor(stderr),
    progress,
    clear,
    directory: process.cwd(),
    variables: env,
    clock: () => performance.now(),
    // A command that goes on sees the next day.
    get today() {
      return new Date().toISOString().slice(0, 10)
    },
    onStop: (stop) => {
      const { stdout } = process
      const signals = ['SIGINT', 'SIGTERM'] as const
      for (const signal of signals) process.on(signal, stop)
      stdout.on('error', stop)
      return () => {
        for (const signal of signals) process.off(signal, stop)
        stdout.off('error', stop)
      }
    },
    // Looking at it opens it, which most commands need not.
    get input() {
      return process.stdin
    },
  }
}

/** Starts to tell after half a second, then ten times a second at most. */
function progressLine(stream: NodeJS.WriteStream): Pick<Terminal, 'progress' | 'clear'> {
  if (!stream.isTTY) return { progress: () => {}, clear: () => {} }
  let next = performance.now() + 500
  let shown = false
  const clear = () => {
    if (shown) stream.write('\r\u001b[K')
    shown = false
  }
  const progress: Terminal['progress'] = (done, total, what = 'documents') => {
    if (performance.now() < next) return
    next = performance.now() + 100
    shown = true
    stream.write(`\r\u001b[K${grouped(done)} of ${grouped(total)} ${what}`)
  }
  return { progress, clear }
}
