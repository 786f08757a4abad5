import type { Concern } from '../../core/concern.js';
import type { Edge } from './edge.js';
/**
 * The circles in which documents of one environment name one another where the schema allows none (`acyclic`): one
 * concern (`refer/cycle`) for each knot of them, at the first of its documents by name, with a shortest way round.
 */
export declare function findCycles(edges: Iterable<Edge>, environment: string): readonly Concern[];
export declare function onlyAcyclic(edges: Iterable<Edge>): Generator<Edge>;
