import type { Change } from '../../core/change.ts'
import type { Config } from '../../core/config.ts'
import type { FileChange } from '../../core/danger.ts'
import type { Environment } from '../../core/environment.ts'
import type { ConfigurableRule, RuleConfig, RuleConfigs } from '../../core/rule-settings.ts'
import type { KindSchemaDiff } from '../../core/schema-change.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import type { Danger } from './found.ts'

/** What is known of one side of a diff. */
export interface DangerSide {
  readonly config: Config
  /** `cairn.yaml` as it stands; absent where there is none. */
  readonly configTree?: Tree
  readonly environments: ReadonlyMap<string, Environment>
  /** The schema of a kind's documents, where it has one. */
  readonly schemaOf: (kind: string) => SchemaNode | undefined
}

/** What a diff between base and head knows. */
export interface DangerInput {
  readonly base: DangerSide
  readonly head: DangerSide
  /** Effective changes, folded over environments. */
  readonly changes: readonly Change[]
  /** How many documents there are in the head. */
  readonly documents: number
  /** What schemas say differently; absent where they were not compared. */
  readonly schemas?: readonly Pick<KindSchemaDiff, 'kind' | 'changes'>[]
  readonly files: readonly FileChange[]
  /** The texts of files that were added or changed, as far as they are texts. */
  readonly texts: readonly ChangedText[]
  /** `2027-01-31`. Absent: no silence has ended. */
  readonly today?: string
}

/** A file that was added or changed: its text, and what it was where there was one. */
export interface ChangedText {
  readonly source: Source
  readonly before?: string
}

/** Finds dangers of one rule, with its settings and those of the others. */
export type FindDangers<R extends ConfigurableRule> = (
  input: DangerInput,
  settings: RuleConfig<R>['settings'],
  rules: RuleConfigs,
) => readonly Danger[]
