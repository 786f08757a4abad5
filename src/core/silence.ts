import { coversGlob, matchesGlob, type Glob } from './glob.ts'
import type { SpanPlace } from './place.ts'
import type { Tokens } from './pointer.ts'
import type { RuleId } from './rules.ts'

/** A rule about dangers, which may be silenced. */
export type DangerRule = Extract<RuleId, `danger/${string}`>

/** What `cairn.yaml` accepts of what a rule about dangers finds, and why. */
export interface Silence {
  readonly rule: Exclude<DangerRule, typeof NEVER_SILENT>
  /** `path` as written. */
  readonly path: string
  readonly covers: Covered
  /** Why, as written. */
  readonly reason: string
  /** The last day on which it counts, `2027-01-31`. Absent: for good. */
  readonly until?: string
  /** The entry, and its path. */
  readonly place: SpanPlace
  readonly pathPlace: SpanPlace
}

/** Files by their path, or values by their document (`kind/name`) and pointer, with all that lies below. */
export type Covered =
  | { readonly of: 'files'; readonly files: Glob }
  | { readonly of: 'values'; readonly documents: Glob; readonly pointers: Glob }

/** The rule that watches over silences cannot be silenced. */
export const NEVER_SILENT = 'danger/self-silenced'

/** What a danger is about, as far as a silence may name it. */
export interface Silenceable {
  readonly rule: RuleId
  readonly file?: string
  /** `kind/name`. */
  readonly document?: string
  /** What the document was called, where that is something else: no new name makes a silence cover it. */
  readonly documentBefore?: string
  readonly tokens?: Tokens
}

/** Whether a silence is about a danger, whenever it ends. */
export function isAbout({ rule, covers }: Silence, danger: Silenceable): boolean {
  if (rule !== danger.rule) return false
  if (covers.of === 'files') return danger.file !== undefined && matchesGlob(covers.files, danger.file.split('/'))
  const { document, documentBefore = document, tokens } = danger
  if (document === undefined || documentBefore === undefined || tokens === undefined) return false
  const isCovered = (name: string): boolean => matchesGlob(covers.documents, name.split('/'))
  return isCovered(document) && isCovered(documentBefore) && coversGlob(covers.pointers, tokens)
}

/** Whether a silence has ended. Where nobody says which day it is, none has. */
export function hasEnded({ until }: Silence, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && until < today
}

/** Whether two silences accept the same, for as long. */
export function isSameSilence(one: Silence, other: Silence): boolean {
  return one.rule === other.rule && one.path === other.path && one.until === other.until
}
