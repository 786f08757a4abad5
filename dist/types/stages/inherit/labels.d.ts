import type { Environment, EnvironmentDefinition } from '../../core/environment.js';
import type { Place } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
import { type Mapping } from '../../core/value.js';
/** What an environment has besides documents; inherited by the order of its lineage. */
export type Properties = 'labels' | 'variables';
/**
 * An environment's labels or variables over its lineage, merged like the layers of a document (RFC 7396): the first
 * definition that says anything is taken as it is, its nulls are values; a null in a later one removes.
 *
 * @param lineage highest precedence first
 */
export declare function mergeProperties(lineage: readonly string[], definitions: ReadonlyMap<string, EnvironmentDefinition>, field: Properties): Mapping;
/**
 * One more definition on top. Shares what does not change; mutates nothing.
 *
 * @param below what `mergeProperties` or this function has returned
 */
export declare function addProperties(below: Mapping, above: Mapping): Mapping;
/**
 * Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
 * that says something there. `undefined` where the environment has no such value.
 */
export declare function placeOfLabel(environment: Environment, environments: ReadonlyMap<string, Environment>, field: Properties, tokens: Tokens): Place | undefined;
