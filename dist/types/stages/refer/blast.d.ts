import type { Change } from '../../core/change.js';
import type { Environment } from '../../core/environment.js';
import type { BlastRadius } from '../../core/blast.js';
import type { Edge } from './edge.js';
export interface BlastInput {
    /** Effective changes, folded over environments. */
    readonly changes: readonly Change[];
    /** What documents say of one another in an environment: at the head, and at the base for what was removed there. */
    readonly edges: (environment: string) => Iterable<Edge>;
    /** At base and head: one that is protected on either side is. */
    readonly environments: readonly ReadonlyMap<string, Environment>[];
}
/**
 * What a change reaches: the environments and documents that it changes, and the documents that depend on these,
 * directly and through others. Environments in which it reaches the same are told together, protected ones first.
 */
export declare function blastRadius({ changes, edges, environments }: BlastInput): BlastRadius;
