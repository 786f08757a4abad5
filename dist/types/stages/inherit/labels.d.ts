import type { Environment, EnvironmentDefinition } from '../../core/environment.js';
import type { Place } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
import { type Mapping } from '../../core/value.js';
/** What an environment has besides documents; inherited by the order of its lineage. */
export type Properties = 'labels' | 'variables';
/**
 * An environment's labels or variables over its lineage (RFC 7396, starting from nothing: a null never stays).
 *
 * @param lineage highest precedence first
 */
export declare function mergeProperties(lineage: readonly string[], definitions: ReadonlyMap<string, EnvironmentDefinition>, field: Properties): Mapping;
/** One more definition on top. Shares what does not change; mutates nothing. */
export declare function addProperties(below: Mapping, above: Mapping): Mapping;
/**
 * Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
 * that says something there. `undefined` where none does, or what does removes it.
 */
export declare function placeOfLabel(environment: Environment, environments: ReadonlyMap<string, Environment>, field: Properties, tokens: Tokens): Place | undefined;
