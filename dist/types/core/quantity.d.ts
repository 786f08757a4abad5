/** An amount in billionths of its unit (of a byte, a core, a GPU): exact, and never negative. */
export type Amount = bigint;
/**
 * Reads a number, or a quantity as Kubernetes writes it (`500m`, `2Gi`, `1e3`), exactly. What is finer than a billionth
 * is rounded up, as Kubernetes does. `undefined` for what is none, is negative or is beyond all sense.
 *
 * Source: k8s.io/apimachinery/pkg/api/resource, the grammar of Quantity.
 *
 * @param scale what a number without a suffix stands for: 1 for bytes and cores, 1,048,576 for a field in MiB
 */
export declare function parseQuantity(value: string | number, scale?: bigint): Amount | undefined;
/** What a bare number stands for under a key: `memory_mb` and `memory_mb_per_node` count in MiB. Otherwise one. */
export declare function scaleOf(key: string | undefined): bigint;
