import type { Concern } from '../../core/concern.js';
import type { Effective, Linked } from '../../core/effective.js';
import { type ConfigurableRule, type RuleConfigs } from '../../core/rule-settings.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
import type { Value } from '../../core/value.js';
import { type TargetIsSecret } from './without-secrets.js';
/** The rules over the facts of a run. */
export interface Consistency {
    /**
     * Pass 1: takes a linked document's facts, and nothing else of it. Called once a document and environment;
     * documents of abstract environments are not for it.
     *
     * @param hiding what must not be compared
     * @returns what is enough to add the document again in a later run; absent where no rule looks at its kind
     */
    readonly add: (linked: Linked, hiding?: Hiding) => Value | undefined;
    /** The same with what an earlier run's `add` returned. */
    readonly addAgain: (subject: Pick<Effective, 'document' | 'environment'>, value: Value, root: SchemaNode | undefined) => void;
    /** Pass 2: what the rules find wrong, in an order that depends on that of the documents alone. */
    readonly concerns: () => readonly Concern[];
    /** How many values the rules would have looked at that only a key would tell. */
    readonly sealed: () => number;
}
/** What a document hides. */
export interface Hiding {
    /** The schema of the document's kind, for its `x-secret`; the same for all of the kind. */
    readonly root?: SchemaNode | undefined;
    /** Whether what a reference leads to is, or holds, a secret; asked of references to documents alone. */
    readonly targetIsSecret?: TargetIsSecret;
}
/** The rules that need all documents of an environment: a run that looks at some only cannot ask them. */
export declare const ENVIRONMENT_RULES: readonly ConfigurableRule[];
export interface ConsistencyOptions {
    readonly rules: RuleConfigs;
    /** `some` where the run looks at some documents of an environment only: rules that need all of them stay silent. */
    readonly documents: 'all' | 'some';
}
/** The rules that are not switched off. */
export declare function createConsistency({ rules: configs, documents }: ConsistencyOptions): Consistency;
