import type { Change } from '../../core/change.js';
import type { Config } from '../../core/config.js';
import type { FileChange } from '../../core/danger.js';
import type { Environment } from '../../core/environment.js';
import type { ConfigurableRule, RuleConfig, RuleConfigs } from '../../core/rule-settings.js';
import type { KindSchemaDiff } from '../../core/schema-change.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
import type { SealedChange } from '../../core/sops/sealed-change.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { Danger } from './found.js';
/** What is known of one side of a diff. */
export interface DangerSide {
    readonly config: Config;
    /** `cairn.yaml` as it stands; absent where there is none. */
    readonly configTree?: Tree;
    readonly environments: ReadonlyMap<string, Environment>;
    /** The environments whose layer a file is, null for one below all of them; empty for other files. */
    readonly ownersOf: (file: string) => ReadonlySet<string | null>;
    /** The schema of a kind's documents, where it has one. */
    readonly schemaOf: (kind: string) => SchemaNode | undefined;
}
/** A document that is called otherwise now. */
export interface MovedDocument {
    /** What it was called, `kind/name`. */
    readonly from: string;
    /** What becomes of what it said, as if it were called as it is now. */
    readonly change: Change;
    /** How many leaves both say; infinite where both have the same name and file. */
    readonly alike: number;
}
/** What a diff between base and head knows. */
export interface DangerInput {
    readonly base: DangerSide;
    readonly head: DangerSide;
    /** Effective changes, folded over environments. */
    readonly changes: readonly Change[];
    /** Documents that are called otherwise now, as changes of what they say (`movedDocuments`); absent: found out. */
    readonly moved?: readonly MovedDocument[];
    /** How many documents there are in the head. */
    readonly documents: number;
    /** What schemas say differently; absent where they were not compared. */
    readonly schemas?: readonly Pick<KindSchemaDiff, 'kind' | 'changes'>[];
    readonly files: readonly FileChange[];
    /** What changes in the Git repository outside of the configuration repository, seen from there: `../.github/…`. */
    readonly outside?: readonly FileChange[];
    /** The texts of files that were added or changed, as far as they are texts. */
    readonly texts: readonly ChangedText[];
    /** What becomes of encrypted files. */
    readonly sealed: readonly SealedChange[];
    /** `2027-01-31`. Absent: no silence has ended. */
    readonly today?: string;
}
/** A file that was added or changed: its text, and what it was where there was one. */
export interface ChangedText {
    readonly source: Source;
    readonly before?: string;
}
/** Finds dangers of one rule, with its settings and those of the others. */
export type FindDangers<R extends ConfigurableRule> = (input: DangerInput, settings: RuleConfig<R>['settings'], rules: RuleConfigs) => readonly Danger[];
