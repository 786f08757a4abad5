import { CommanderError } from 'commander'
import { Failure, framesOf } from '../core/failure.ts'
import { createProgram } from './program.ts'
import { openTerminal } from './terminal.ts'

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 nothing at or above `--fail-on`, 1 findings, 2 asked wrongly, 3 a broken run
 */
export async function run(args: readonly string[], process: NodeJS.Process): Promise<number> {
  watchOutput(process)
  let code = 0
  const program = createProgram((colour) => openTerminal(process, colour), (exit) => (code = exit), {
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return exitOf(error, openTerminal(process, 'auto'))
  }
}

/**
 * A reader that closes the pipe early (`| head`) has what it wanted: the command goes on to its own exit code. Where
 * the output cannot be written for another reason, the run is broken.
 */
function watchOutput(process: NodeJS.Process): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || process.exitCode === 3) return
    process.exitCode = 3
    process.stderr.write('cairn: the output cannot be written\n')
  })
  process.stderr.on('error', () => undefined)
}

function exitOf(error: unknown, terminal: ReturnType<typeof openTerminal>): number {
  terminal.clear()
  // Commander has said what was wrong; help and version end here too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Failure) {
    terminal.err(`${terminal.errStyle('red', 'cairn:')} ${error.said}\n`)
    if (error.hint !== undefined) terminal.err(`  ${error.hint}\n`)
    return error.exit === 'usage' ? 2 : 3
  }
  terminal.err(`${terminal.errStyle('red', 'cairn:')} a defect in Cairn stopped this run; nothing was changed\n`)
  terminal.err(`  please report it with these lines (they hold no values of your files):\n${framesOf(error)}`)
  return 3
}
