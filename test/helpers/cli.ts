import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly directory: string
  readonly variables?: Readonly<Record<string, string>>
  /** What comes in on standard input. */
  readonly input?: string
}

/** Runs the command line inside this process, as it would run in a folder and without a terminal. */
export async function cairn(args: readonly string[], { directory, variables = {}, input = '' }: RunOptions): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    on: () => undefined,
    write: (text: string | Uint8Array) => {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
      return true
    },
  })
  const stdin = Readable.from([input])
  const fake = { stdin, stdout: stream('stdout'), stderr: stream('stderr'), env: variables, cwd: () => directory, exit: () => undefined }
  const code = await run(args, fake as unknown as NodeJS.Process)
  return { code, ...written }
}
