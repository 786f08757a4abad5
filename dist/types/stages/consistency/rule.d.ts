import type { Concern, DocumentSpot } from '../../core/concern.js';
import type { Environment } from '../../core/environment.js';
import type { Tokens } from '../../core/pointer.js';
import type { ConfigurableRule, RuleConfig } from '../../core/rule-settings.js';
import type { Severity } from '../../core/rules.js';
import type { Value } from '../../core/value.js';
import type { Fact, SlotTable } from './facts.js';
/** A document in an environment: what a rule keeps of it beside its facts. */
export interface Subject {
    readonly environment: Environment;
    /** `kind/name`. */
    readonly document: string;
    readonly kind: string;
    readonly name: string;
}
/** Takes in one document. The facts are valid during the call only. */
export type Visit = (subject: Subject, facts: readonly Fact[], value: Value) => void;
/** A rule over the documents of a run: asks each for a few facts, keeps what it needs, and answers at the end. */
export interface Rule {
    /** Says what to do with documents of a kind; `undefined` where the rule does not look at them. Called once a kind. */
    readonly prepare: (table: SlotTable) => Visit | undefined;
    readonly concerns: () => readonly Concern[];
}
export declare function spotOf(subject: Subject, tokens: Tokens, part?: DocumentSpot['part']): DocumentSpot;
/** A concern without what its rule adds. */
export type ConcernOf = Omit<Concern, 'rule' | 'severity' | 'related'> & {
    readonly related?: Concern['related'];
    /** How severe it is where `cairn.yaml` does not say. */
    readonly severity?: Severity;
};
/** Makes the concerns of a rule, as severe as `cairn.yaml` says. */
export declare function concernsOf<R extends ConfigurableRule>(rule: R, { severity }: RuleConfig<R>): (concern: ConcernOf) => Concern;
/** What a rule keeps of the documents of each environment. */
export declare class ByEnvironment<T> {
    #private;
    constructor(fresh: () => T);
    in({ name }: Environment): T;
    values(): Iterable<T>;
}
