import type { Change } from '../../core/change.js';
import type { Linked } from '../../core/effective.js';
import { type Strategy } from '../../core/strategy.js';
/**
 * What changes in one document of one environment, with where each value comes from on both sides; `undefined` is a
 * document that is not there. Origins are asked for only where something changed.
 *
 * @param strategy the schema's: lists with a key are compared by it, and what is under `x-secret` is marked.
 */
export declare function diffLinked(before: Linked | undefined, after: Linked | undefined, strategy?: Strategy): Change[];
