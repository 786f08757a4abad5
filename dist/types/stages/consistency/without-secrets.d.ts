import type { Linked } from '../../core/effective.js';
import type { Provenance } from '../../core/spots.js';
import { type Value } from '../../core/value.js';
export type TargetIsSecret = Required<Provenance>['targetIsSecret'];
/**
 * What rules may know of a document: its value with holes where references brought secrets. A rule that compared one
 * would tell, by what it finds or not, whether somebody guessed it. Everything else is shared with the value.
 */
export declare function withoutSecrets({ value, references }: Linked, targetIsSecret: TargetIsSecret): Value;
