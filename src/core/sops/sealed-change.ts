import type { FileChange } from '../danger.ts'
import type { Location } from '../place.ts'
import type { SopsLeaf } from './document.ts'
import { ENVELOPE_START } from './envelope.ts'
import type { SealedFile } from './sealed-file.ts'

/** A file that is encrypted at base or head, and not the same at both. */
export interface SealedChange {
  readonly path: string
  readonly kind: FileChange['kind']
  /** In the base; absent where it is not encrypted there, or cannot be read. */
  readonly before?: SealedFile
  readonly after?: SealedFile
  /** Whether everything that was encrypted is in clear, and no document tells: the file is no layer. */
  readonly inClear: boolean
  /** The environments of the head in which its values count, sorted. */
  readonly environments: readonly string[]
  /** Who may open it as the base has it; absent where the base says nothing of that. */
  readonly allowed?: Allowed
  /** Values in clear that the selector of the base would have encrypted and that of the head leaves out. */
  readonly leftOut: readonly SopsLeaf[]
  /** What of it is as it was before, and not as the base has it; where history was looked at. */
  readonly older?: Older
}

/** Who may open a file. */
export interface Allowed {
  /** By type and name, as `keyOf` has them. */
  readonly keys: ReadonlySet<string>
  /** The keys of the rule for the file; absent where none covers it, and these are all that the base knows. */
  readonly rule?: Location
}

/** A state of a file that is past. */
export interface Older {
  readonly commit: string
  /** The day of the commit, `2027-01-31`. */
  readonly day: string
  /** Values that are those of that state; none where the whole file is. */
  readonly leaves: readonly SopsLeaf[]
}

/** What tells keys of files and rules apart. */
export function keyOf({ type, name }: { readonly type: string; readonly name: string }): string {
  return `${type} ${name}`
}

/** Whether a text may be that of an encrypted file, at a glance. */
export function mayBeSealed(text: string): boolean {
  return text.includes('lastmodified') && text.includes(ENVELOPE_START)
}
