import type { Tokens } from '../../core/pointer.js';
import type { SettingsOf } from '../../core/rule-settings.js';
import { type Value } from '../../core/value.js';
import { type Amounts } from './asks.js';
import { type Fact, type SlotTable } from './facts.js';
import { type Resource } from './requests.js';
import type { Subject } from './rule.js';
type Settings = SettingsOf<'consistency/capacity'>['clusters'];
/** Equal nodes of a cluster, as the document describes one of them. */
export interface Pool {
    readonly tokens: Tokens;
    readonly written: Readonly<Record<Resource | 'nodes', Fact>>;
}
/** A cluster and its pools, by their names. */
export interface Cluster {
    readonly subject: Subject;
    /** What deployments call it. */
    readonly name: Fact;
    readonly pools: ReadonlyMap<string, Pool>;
}
/** Reads a document as a cluster; `undefined` for one without pools. */
export type ReadCluster = (subject: Subject, facts: readonly Fact[], value: Value) => Cluster | undefined;
/** @returns `undefined` for a kind whose documents are no clusters */
export declare function clustersIn(table: SlotTable, settings: Settings): ReadCluster | undefined;
/** What all nodes of a pool have together. */
export declare function amountsOfPool({ written }: Pool, { memory }: Settings): Amounts;
/** What all pools have together; absent where that is not known of one of them. */
export declare function amountsOfCluster({ pools }: Cluster, settings: Settings): Amounts;
export {};
