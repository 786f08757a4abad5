import type { Change } from '../../core/change.js';
import type { Linked } from '../../core/effective.js';
import type { Strategy } from '../../core/strategy.js';
/**
 * How one document differs between two environments, as changes from the first to the second: `before` is what the
 * first runs with, `after` the second, each side with its environment's name. `undefined` is an environment that lacks
 * the document.
 */
export declare function compareEnvironments(first: Linked | undefined, second: Linked | undefined, strategy?: Strategy): Change[];
