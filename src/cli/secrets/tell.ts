import { name, say, type Message } from '../../core/message.ts'
import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import { recipientsOf } from '../../queries/secrets/plan.ts'
import { isLocked } from '../../queries/secrets/verify.ts'
import { readSecret, type SecretText } from '../../queries/secrets/world.ts'
import { inert } from '../../report/inert.ts'
import { problemText, toldProblem } from '../../report/secrets/problem.ts'
import type { Terminal } from '../terminal.ts'
import type { OpenSecretsWorld } from './world.ts'

/** Asked for what cannot be, while nothing is wrong with the file. */
const ASKED_WRONGLY: ReadonlySet<SopsProblemKind> = new Set([
  'no-metadata', 'already-encrypted', 'no-such-value', 'read-only', 'reserved-key', 'duplicate-key', 'not-representable', 'empty-document', 'through-alias',
  'nothing-selected', 'bad-selector', 'unsupported-key', 'bad-content', 'not-taken',
])

/** Most problems of one file that are told. */
const MOST_TOLD = 20

/**
 * Tells on standard error what is wrong with a file, and where keys were looked for if none fits.
 *
 * @returns the exit code: 1 the file is not right, 2 asked wrongly, 3 no key of this run opens it
 */
export async function tellProblems(
  secret: SecretText,
  problems: readonly SopsProblem[],
  terminal: Terminal,
  world: OpenSecretsWorld,
): Promise<1 | 2 | 3> {
  terminal.clear()
  for (const found of problems.slice(0, MOST_TOLD)) {
    terminal.err(inert(problemText(toldProblem(secret.path, secret.text, found), terminal.errStyle)))
  }
  if (problems.length > MOST_TOLD) terminal.err(`  and ${problems.length - MOST_TOLD} more\n`)
  const code = exitCodeOf(problems)
  if (code === 3) for (const line of await lockedText(secret, world)) terminal.err(`  ${line}\n`)
  return code
}

/** The exit code for what is wrong with a file, as docs/secrets.md has it. */
export function exitCodeOf(problems: readonly SopsProblem[]): 1 | 2 | 3 {
  if (isLocked(problems) && problems.some(({ kind }) => kind !== 'unsupported-key')) return 3
  return problems.every(({ kind }) => ASKED_WRONGLY.has(kind)) ? 2 : 1
}

/** Recipients that are named. */
const MOST_NAMED = 6

/** Whom a file is for, and where keys were looked for; never what was found there. */
async function lockedText(secret: SecretText, { keys }: OpenSecretsWorld): Promise<readonly Message[]> {
  const read = readSecret(secret)
  const recipients = read.ok ? recipientsOf(read.result.metadata).groups.flat() : []
  const lines = recipients.slice(0, MOST_NAMED).map((recipient) => say`it is for ${name(recipient)}`)
  if (recipients.length > MOST_NAMED) lines.push(say`and for ${recipients.length - MOST_NAMED} more`)
  for (const { where, found, problem } of (await keys.found()).looked) {
    const held = found === 0 ? say`` : found === 1 ? say`: one key, which does not fit` : say`: ${found} keys, none of which fits`
    lines.push(say`looked in ${where}${held}${problem === undefined ? say`` : say`: ${problem}`}`)
  }
  return lines
}
