import type { Value } from './value.ts'

/** A kind, and where its schema is. */
export interface KindListing {
  readonly kind: string
  /** How many documents there are of it. */
  readonly documents: number
  /** The path of its schema's file, or `cairn:<name>`; absent where it has none. */
  readonly schema?: string
  /** Whether that comes with Cairn. */
  readonly builtIn?: boolean
  readonly version?: number
}

/** The schema of a kind, to be printed. */
export interface PrintedSchema {
  readonly path: string
  /** The text of its file; absent where it was put together of several. */
  readonly text?: string
  readonly value: Value
  /** The files that it consists of, sorted. */
  readonly files: readonly string[]
}
