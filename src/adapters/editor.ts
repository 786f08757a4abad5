import { spawn } from 'node:child_process'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { wordsOf } from './words.ts'

/** Signals that end this process; what it keeps in clear has to go first. */
const ENDING = ['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/**
 * Runs the editor of the person on a file and waits until it is closed. The command is split as a shell would and run
 * without one. An interrupt (Ctrl-C) is the editor's; a signal that ends this process ends the editor first.
 *
 * @param wipe takes away what must not stay when this process is ended
 * @throws Failure where there is no editor, or it ends with another exit code than 0
 */
export async function runEditor(
  file: string,
  variables: Readonly<Record<string, string | undefined>>,
  wipe: () => void,
): Promise<void> {
  const { SOPS_EDITOR: own = '', VISUAL: visual = '', EDITOR: editor = '' } = variables
  const command = [own, visual, editor].find((one) => one.trim() !== '') ?? 'vi'
  const [program, ...args] = wordsOf(command) ?? []
  if (program === undefined) throw new Failure('usage', say`the editor ${name(command)} is no command: a quote is open`)
  const code = await new Promise<number | string>((resolve) => {
    const child = spawn(program, [...args, file], { stdio: 'inherit', env: { ...variables, SOPS_AGE_KEY: undefined } })
    const ignore = () => undefined
    const stop = (signal: NodeJS.Signals) => {
      child.kill(signal)
      wipe()
      settle('ended')
      process.kill(process.pid, signal)
    }
    const settle = (result: number | string) => {
      process.off('SIGINT', ignore)
      for (const signal of ENDING) process.off(signal, stop)
      resolve(result)
    }
    process.on('SIGINT', ignore)
    for (const signal of ENDING) process.on(signal, stop)
    child.on('error', () => settle('not started'))
    child.on('exit', (status, signal) => settle(status ?? signal ?? -1))
  })
  if (code === 0) return
  if (code === 'not started') throw new Failure('usage', say`the editor ${name(program)} could not be started`, say`set VISUAL or EDITOR`)
  throw new Failure('broken', say`the editor ended with ${typeof code === 'number' ? code : name(code)}, so that nothing was written`)
}
