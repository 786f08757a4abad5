import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import { sopsFormatOf } from '../../stages/sops/read.ts'
import { mistakeIn } from './read-clear.ts'
import { openSecret, type SecretsWorld, type SecretText } from './world.ts'

/** What opening a file showed: all is right, something is wrong, or this run cannot open it. */
export interface Verified {
  readonly path: string
  readonly text: string
  readonly state: 'verified' | 'wrong' | 'not opened'
  readonly problems: readonly SopsProblem[]
}

/** Problems of this run and not of the file. */
const NOT_OPENED: ReadonlySet<SopsProblemKind> = new Set(['no-identity', 'unsupported-key', 'too-few-groups'])

/** Whether a file could not be opened for want of a key. */
export function isLocked(problems: readonly SopsProblem[]): boolean {
  return problems.some(({ kind }) => NOT_OPENED.has(kind))
}

/** Opens files one by one, every value and the MAC. Nothing that was opened is kept. */
export async function* verify(
  files: readonly SecretText[],
  world: SecretsWorld,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<Verified> {
  for (const [i, secret] of files.entries()) {
    progress(i, files.length)
    const found = await openSecret(secret, world)
    // What reads it in SOPS's terms takes more than YAML allows.
    const mistake = found.ok && sopsFormatOf(secret.path) === 'yaml' ? await mistakeIn(secret) : undefined
    if (mistake !== undefined) yield { ...secret, state: 'wrong', problems: [mistake] }
    else if (found.ok) yield { ...secret, state: 'verified', problems: [] }
    else yield { ...secret, state: isLocked(found.problems) ? 'not opened' : 'wrong', problems: found.problems }
  }
}
