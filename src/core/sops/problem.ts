import type { Tokens } from '../pointer.ts'

/**
 * What can be wrong with a SOPS file, in the classes of SOPS's own errors (its exit codes in brackets):
 *
 * reading it, no key needed:
 * - `no-metadata`: not encrypted (1); `bad-metadata`: a field of `sops` is missing or none (1); `no-keys`: nobody can
 *   open it; `several-selectors` (8); `bad-selector`: no RE2 expression, SOPS would write all in clear
 * - `bad-content`: the text is none that SOPS's format can hold (2); `not-taken`: it is YAML that this program does not
 *   take, whether SOPS does or not
 *
 * getting its data key (128): `no-identity`: none of the identities fits a recipient; `unsupported-key`: its keys are
 * of types that this program cannot use; `bad-recipient-block`: a recipient's age file is damaged; `too-few-groups`:
 * fewer key groups opened than the threshold; `bad-data-key`: what they give is no data key
 *
 * opening values (25): `plaintext`: a selected leaf stands in clear; `not-text`: a selected leaf is no string;
 * `damaged-envelope`; `forged-value`: it was changed, moved, or sealed with another key; `bad-value`: none of its type
 *
 * the whole (51): `mac-missing`; `mac-forged`: the MAC itself does not open (it or `lastmodified` was changed);
 * `mac-mismatch`: a value in clear was changed, or values were added, removed, reordered or retyped
 *
 * sealing (21, 23): `nothing-selected`: the selector selects no value, all would stay in clear; `reserved-key`: a key
 * that belongs to SOPS's metadata; `duplicate-key`: SOPS takes none twice in YAML;
 * `not-representable`: a value that this format has no form for; `empty-document`: there is no place for the metadata;
 * `already-encrypted` (203); `no-such-value`; `through-alias`: what an alias leads to stands elsewhere; `read-only`:
 * a format that is only read (INI)
 */
export type SopsProblemKind =
  | 'no-metadata'
  | 'bad-metadata'
  | 'no-keys'
  | 'several-selectors'
  | 'bad-selector'
  | 'bad-content'
  | 'not-taken'
  | 'no-identity'
  | 'unsupported-key'
  | 'bad-recipient-block'
  | 'too-few-groups'
  | 'bad-data-key'
  | 'plaintext'
  | 'not-text'
  | 'damaged-envelope'
  | 'forged-value'
  | 'bad-value'
  | 'mac-missing'
  | 'mac-forged'
  | 'mac-mismatch'
  | 'nothing-selected'
  | 'reserved-key'
  | 'duplicate-key'
  | 'not-representable'
  | 'empty-document'
  | 'already-encrypted'
  | 'no-such-value'
  | 'through-alias'
  | 'read-only'

/** A problem and where it is. Holds no value: neither ciphertext nor what stands in clear. */
export interface SopsProblem {
  readonly kind: SopsProblemKind
  /** Offsets into the file's text; of the whole file both are 0. */
  readonly start: number
  readonly end: number
  /** The document of the file, counted from 0. */
  readonly document: number
  /** The pointer's tokens, where it is a value's; the field's below `sops` where it is the metadata's. */
  readonly tokens: Tokens
}

export function problem(kind: SopsProblemKind, at: Partial<Omit<SopsProblem, 'kind'>> = {}): SopsProblem {
  return { kind, start: at.start ?? 0, end: at.end ?? 0, document: at.document ?? 0, tokens: at.tokens ?? [] }
}

/**
 * Stops the work on one file. Thrown inside the stage and caught at its verbs, which return it as data; it carries no
 * text of the file.
 */
export class SopsRefusal extends Error {
  readonly problem: SopsProblem

  constructor(found: SopsProblem) {
    super(found.kind)
    this.name = 'SopsRefusal'
    this.problem = found
  }
}

export function refuse(kind: SopsProblemKind, at: Partial<Omit<SopsProblem, 'kind'>> = {}): never {
  throw new SopsRefusal(problem(kind, at))
}

/** A result, or what was wrong. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly problems: readonly SopsProblem[] }

/** Runs a piece of work and returns what refused it as data. */
export function attempt<Result>(work: () => Result): Outcome<Result> {
  try {
    return { ok: true, result: work() }
  } catch (error) {
    if (error instanceof SopsRefusal) return { ok: false, problems: [error.problem] }
    throw error
  }
}
