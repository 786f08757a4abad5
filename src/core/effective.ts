import type { DocumentId } from './document.ts'
import type { Environment } from './environment.ts'
import type { Layer } from './layer.ts'
import type { Place } from './place.ts'
import { pointer, type Tokens } from './pointer.ts'
import type { SchemaNode } from './schema/node.ts'
import type { Value } from './value.ts'

/** A document in an environment after its layers are merged and defaults filled; references are not resolved yet. */
export interface Effective {
  readonly document: DocumentId
  readonly environment: Environment
  /** Lowest precedence first. */
  readonly layers: readonly Layer[]
  readonly value: Value
  /** Replays the merge with a recorder (once), and answers from that. */
  readonly originsAt: (tokens: Tokens) => Origins
  /** The schema whose `default` was filled in at a pointer or above it; absent where nothing was filled in. */
  readonly filledBy?: (tokens: Tokens) => SchemaNode | undefined
}

/** The layer that says something, and where in the layer (relative to its root) it says so. */
export interface Origin {
  readonly layer: Layer
  readonly tokens: Tokens
}

/** Where a value comes from, and what it shadows. */
export interface Origins {
  /** The layer that set the value. None where nothing did, or a null removed it. */
  readonly winner?: Origin
  /** For a mapping or a merged list: the layers that contributed to it, highest precedence first, winner included. */
  readonly contributors: readonly Origin[]
  /** What lies below and no longer counts, highest precedence first. */
  readonly shadows: readonly Origin[]
  /** The null (or `$remove`) that took the value away, where one did. */
  readonly removedBy?: Origin
}

/** A document with its references resolved: what an environment runs with. */
export interface Linked {
  readonly effective: Effective
  readonly value: Value
  readonly references: readonly Reference[]
}

/** `${cairn:…}` in a value. */
export interface Reference {
  /** Where in the effective document the text stands. */
  readonly tokens: Tokens
  readonly target: ReferenceTarget
  /** The reference itself in its file, from `$` to `}`. */
  readonly place: Place
}

export type ReferenceTarget =
  | { readonly of: 'document'; readonly document: string; readonly tokens: Tokens }
  | { readonly of: 'environment'; readonly tokens: Tokens }
  | { readonly of: 'variable'; readonly variable: string }

/** A target as it is written in a reference, without `${cairn:` and `}`. */
export function targetText(target: ReferenceTarget): string {
  if (target.of === 'variable') return `var#${target.variable}`
  if (target.of === 'environment') return `environment#${pointer(target.tokens)}`
  return `${target.document}#${pointer(target.tokens)}`
}

/** The references in the text at or above a pointer, if the value there came through any. */
export function referencesAt(references: readonly Reference[], tokens: Tokens): readonly Reference[] {
  return references.filter((reference) => reference.tokens.every((token, i) => tokens[i] === token))
}
