import type { Place } from './place.ts'
import type { Tree } from './tree.ts'
import type { Mapping } from './value.ts'

/** A named place that configuration is for, as its definition says; nothing is inherited yet. */
export interface EnvironmentDefinition {
  readonly name: string
  /** Parents, lowest precedence first, each with the place that names it. */
  readonly inherits: readonly { readonly name: string; readonly place: Place }[]
  /** Only inherited from: parsed and merged, never validated or published. */
  readonly abstract: boolean
  /** Its changes need more care: a plain value over a sealed one is an error. Absent: as the nearest ancestor says. */
  readonly protected?: boolean
  readonly labels: Mapping
  readonly variables: Mapping
  /** Documents of ancestors that do not exist here, as `kind/name`, each with its place. */
  readonly without: readonly { readonly document: string; readonly place: Place }[]
  /** Where it is defined or first seen. */
  readonly place: Place
  /** The layer that labels and variables come from, for origins; none for a learned environment. */
  readonly definedIn?: EnvironmentSource
}

/** The tree and the path in it at which an environment's definition stands. */
export interface EnvironmentSource {
  readonly tree: Tree
  readonly node: number
}

/** An environment with its inheritance resolved. */
export interface Environment {
  readonly name: string
  readonly abstract: boolean
  readonly protected: boolean
  /** This environment and all that it inherits from, highest precedence first (C3). */
  readonly lineage: readonly string[]
  /** Labels and variables merged over the lineage. */
  readonly labels: Mapping
  readonly variables: Mapping
  readonly definition: EnvironmentDefinition
}
