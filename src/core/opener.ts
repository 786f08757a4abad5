import type { Secret } from './opaque.ts'
import type { SopsMetadata } from './sops/metadata.ts'
import type { SopsCipher } from './sops/ports.ts'
import type { Outcome } from './sops/problem.ts'
import type { RawIssue } from './validation.ts'
import type { Value } from './value.ts'

/** Opens encrypted files. Only a run that was given a key, and asked to use it, has one. */
export interface Opener {
  /** The data key of a file, by whichever identity fits. */
  readonly dataKey: (metadata: Pick<SopsMetadata, 'groups' | 'threshold'>) => Promise<Outcome<Secret>>
  readonly cipher: SopsCipher
  /**
   * What a schema asks of a value and the value is not, of all that an issue stands for; `undefined` where that cannot
   * be told. Runs no code that was made of a schema.
   *
   * @param value may hold secrets, but nothing else that is opaque
   */
  readonly judge: (issue: RawIssue, value: Value) => readonly RawIssue[] | undefined
  /** Is told of secrets when they are opened: before anything that depends on them is printed. */
  readonly opened: (secrets: readonly Secret[]) => void
}
