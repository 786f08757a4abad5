import type { EnvironmentDefinition } from './environment.ts'
import type { Place } from './place.ts'
import type { Tokens } from './pointer.ts'
import type { PublishSettings } from './publish-settings.ts'
import type { RuleConfigs } from './rule-settings.ts'
import type { Silence } from './silence.ts'

/** The file that says how a repository is laid out. */
export const CONFIG_FILE = 'cairn.yaml'

/** `cairn.yaml` as read, its mistakes reported and left out; the defaults where there is none. */
export interface Config {
  /** Whether there is a `cairn.yaml`. */
  readonly given: boolean
  readonly layout: readonly LayoutEntry[]
  /**
   * Whether layout and environments were read without a mistake. Where not, what merely follows from what is left out
   * (unused files, documents that nobody has) is not reported: one mistake makes one finding.
   */
  readonly sound: boolean
  /** What `cairn.yaml` lists; empty where environments are learned from paths. */
  readonly environments: readonly EnvironmentDefinition[]
  /** The path pattern of environment files. */
  readonly environmentFiles: string
  readonly presence: 'inherited' | 'declared'
  /** Globs of what is not configuration. */
  readonly ignore: readonly string[]
  readonly kinds: ReadonlyMap<string, KindConfig>
  /** Unknown YAML tags that are allowed, and what they make of their scalar. */
  readonly tags: ReadonlyMap<string, 'string' | 'keep'>
  /** Run variables: process variable → pointer into a document. */
  readonly variables: readonly RunVariable[]
  /** What the rules that can be configured look at, and how severe they are. */
  readonly rules: RuleConfigs
  /** The kinds that `rules` names, with their places. */
  readonly ruleKinds: readonly { readonly kind: string; readonly place: Place }[]
  /** What is accepted of the dangers that a change brings. */
  readonly silences: readonly Silence[]
  /** Names for the recipients of secrets. */
  readonly recipients: ReadonlyMap<string, RecipientAlias>
  readonly secrets: SecretSettings
  /** What is published, how and where to. */
  readonly publish: PublishSettings
}

/** Whom an age recipient belongs to, as `cairn.yaml` calls it. */
export interface RecipientAlias {
  readonly recipient: string
  readonly place: Place
}

export interface SecretSettings {
  /** Days after which an encrypted file is due for rotation. */
  readonly maxAgeDays: number
}

/** Days after which secrets are due where `cairn.yaml` does not say. */
export const DEFAULT_MAX_AGE_DAYS = 90

export interface KindConfig {
  readonly name: string
  /** The path of its schema, or `cairn:<name>` for one that comes with Cairn. */
  readonly schema?: string
  /** Where `cairn.yaml` says so. */
  readonly schemaPlace?: Place
  readonly version?: number
  readonly place: Place
}

export interface RunVariable {
  readonly variable: string
  readonly kind: string
  readonly name: string
  readonly tokens: Tokens
  readonly place: Place
}

/** One pattern of the layout language: which files are layers of what. */
export interface LayoutEntry {
  /** Position in `layout`: later entries win within an environment. */
  readonly index: number
  /** The pattern as written. */
  readonly path: string
  /** The kind, unless the pattern captures it. */
  readonly kind?: string
  readonly name?: Naming
  readonly environment?: Naming
  /** Tokens of `at`; `*` and `{name}` tokens stand for every entry there. */
  readonly at?: Tokens
  readonly stream: boolean
  /** Splits flat keys: `.` for `keys: dotted`, what `nest` says otherwise. */
  readonly separator?: string
  readonly place: Place
}

/** A fixed text (`*` as a name: every document of the kind), or read from the content. */
export type Naming = { readonly fixed: string } | { readonly at: Tokens }
