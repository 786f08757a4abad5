import type { Concern } from '../../core/concern.js';
import type { Tokens } from '../../core/pointer.js';
import { type Resource } from './requests.js';
import type { Fact, SlotTable } from './facts.js';
import { type Amount } from '../../core/quantity.js';
import { type Subject } from './rule.js';
/** Where amounts of memory, cores and GPUs stand in a document. */
export type AmountSettings = Readonly<Record<Resource | 'gpu-switch', Tokens>>;
/** Amounts, so far as they are known; absent where nothing is said. */
export type Amounts = Readonly<Partial<Record<Resource, Amount>>>;
/** Amounts as a document writes them: they are read when they are asked for, which most are not. */
export type Written = Readonly<Record<Resource | 'gpu-switch', Fact>>;
/** Takes the amounts of a document from its facts; `undefined` where it says nothing of any. */
export declare function writtenIn(table: SlotTable, settings: AmountSettings): (facts: readonly Fact[]) => Written | undefined;
/** Reads amounts. */
export declare function amountsOf(written: Written, settings: AmountSettings): Amounts;
/** The amounts that are there. */
export declare function given(amounts: Readonly<Record<Resource, Amount | undefined>>): Amounts;
/** A service, as often as it runs. */
export interface Ask {
    readonly subject: Subject;
    /** Of one replica. */
    readonly amounts: Amounts;
    readonly replicas: number;
}
/** What all of them ask for together, at least: what is unknown is not counted. */
export declare function sumOf(asks: readonly Ask[], resource: Resource): Amount;
/** The services that ask for most, as places that belong to a concern. */
export declare function mostAsking(asks: readonly Ask[], resource: Resource, settings: AmountSettings): Concern['related'];
