import type { Shape, Unplaced } from '../../../core/proposal.ts'

/** A `cairn.yaml` in the making, as one shape would have it; nothing of it is verified yet. */
export interface Sketch {
  readonly shape: Shape
  /** How sure it is that the files which the layout uses are meant that way: 0 to 1. */
  readonly confidence: number
  /** What was seen, as the end of a sentence that begins with "This repository keeps". Fixed text: no names. */
  readonly seen: string
  /** In order of precedence within an environment, lowest first. */
  readonly layout: readonly SketchEntry[]
  /** The environments that the files are meant for. Empty: one, `default`. */
  readonly environments: ReadonlyMap<string, SketchEnvironment>
  /** Whether paths may teach the environments; otherwise they are listed. */
  readonly learned: boolean
  readonly presence: 'inherited' | 'declared'
  readonly ignore: readonly SketchIgnore[]
  /** Files that the layout uses and that do not fit it. */
  readonly misfits: readonly Unplaced[]
  /** Other ways to read the same files, one sentence each. */
  readonly alternatives: readonly string[]
}

export interface SketchEntry {
  readonly path: string
  readonly kind?: string
  readonly name?: string | { readonly at: string }
  readonly environment?: string | { readonly at: string }
  readonly at?: string
  readonly stream?: true
  readonly keys?: 'dotted'
  /** What the files are, in fixed words: it becomes a comment. */
  readonly note: string
}

export interface SketchEnvironment {
  readonly inherits?: readonly string[]
  readonly abstract?: true
}

export interface SketchIgnore {
  readonly glob: string
  /** Fixed words, no names: it becomes a comment. */
  readonly why: string
}

/** Environments without inheritance. */
export function plainEnvironments(names: Iterable<string>): ReadonlyMap<string, SketchEnvironment> {
  return new Map([...new Set(names)].sort().map((name) => [name, {}]))
}
