/** The ways of keeping configuration that `cairn init` knows. */
export type Shape =
  | 'cairn'
  | 'helm-values'
  | 'spring-profiles'
  | 'base-overlays'
  | 'node-config'
  | 'catalogue'
  | 'unknown'

/** What `cairn init` proposes for a repository. */
export interface Proposal {
  /** There is a `cairn.yaml` already. The proposal is made without it: as if there were none. */
  readonly existing?: true
  /** How the repository keeps its configuration; `unknown` where nothing was recognised. */
  readonly shape: Shape
  /** The text of a `cairn.yaml`, commented. For `cairn` and `unknown` comments only: the default layout. */
  readonly config: string
  /** Sorted. */
  readonly environments: readonly string[]
  /** How many documents (`kind/name`) discovery finds with the proposal. */
  readonly documents: number
  /** How many effective documents (a document in an environment) there are, about. */
  readonly effective: number
  /** What the proposal neither uses nor ignores, what may be configuration first. */
  readonly unplaced: readonly Unplaced[]
  /** Other ways to read the repository, each as part of a sentence. */
  readonly alternatives: readonly string[]
}

/** What a proposal cannot place: a file, or a folder with a slash at its end; and why, in fixed words and numbers. */
export interface Unplaced {
  readonly path: string
  readonly why: string
}
