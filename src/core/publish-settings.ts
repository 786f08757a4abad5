import type { Place } from './place.ts'
import type { TargetName, WrittenFormat } from './publication.ts'

/** `publish` of `cairn.yaml`: what is published, in which formats, where to, and for whom. */
export interface PublishSettings {
  /** Where it stands; absent where `cairn.yaml` has none. */
  readonly place?: Place
  /** The environments that are published; absent: all that are not abstract. */
  readonly environments?: readonly NamedAt[]
  /** By kind. One that is not named is written as YAML, deployments of the built-in form also as what starts them. */
  readonly formats: ReadonlyMap<string, FormatSetting>
  readonly targets: readonly TargetSetting[]
  /** Who must be able to open what an environment publishes sealed: aliases of `recipients`. */
  readonly consumers: ReadonlyMap<string, readonly NamedAt[]>
  /** Run variables that published documents may read. */
  readonly record: ReadonlySet<string>
  /** The file of those who may sign (`allowed_signers` of ssh-keygen(1)), from the root of the repository. */
  readonly signers?: NamedAt
  /** What it names that has to be elsewhere. */
  readonly mentions: readonly PublishMention[]
}

/** A name in `publish` of what something else defines. */
export interface PublishMention extends NamedAt {
  /** `published`: an environment that is to be published. */
  readonly of: 'environment' | 'published' | 'kind' | 'recipient' | 'variable' | 'file'
}

export interface NamedAt {
  readonly name: string
  readonly place: Place
}

export interface FormatSetting {
  readonly formats: readonly WrittenFormat[]
}

export interface TargetSetting {
  readonly to: TargetName
  /** As written. */
  readonly text: string
  /** A folder of the branch that the publication has for itself, no `/` at its ends; empty for the whole branch. */
  readonly path: string
  /** A remote's name or URL. */
  readonly remote: string
  /** Whether GitOps Promoter's contract for hydrators is kept. */
  readonly promoter: boolean
  /** How many versions of a directory stay; absent for as many as are kept by default. */
  readonly keep?: number
  readonly place: Place
}

/** What counts where `cairn.yaml` says nothing. */
export const NO_PUBLISH_SETTINGS: PublishSettings = {
  formats: new Map(),
  targets: [],
  consumers: new Map(),
  record: new Set(),
  mentions: [],
}
