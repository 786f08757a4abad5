import type { Environment, EnvironmentDefinition } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
/** Longest lineage that is followed: past it, memory would grow with its square. */
export declare const MAX_LINEAGE = 1000;
/**
 * Resolves what environments inherit from one another (DESIGN §3): `L(E) = E + merge(L(b), L(a), [b, a])` for
 * `inherits: [a, b]`, highest precedence first. Unknown names, cycles and orders that cannot be kept are findings; what
 * is right of them counts. The result is in the order of the definitions.
 */
export declare function inherit(definitions: readonly EnvironmentDefinition[], report: Report): ReadonlyMap<string, Environment>;
