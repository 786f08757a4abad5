import { type SchemaNode } from '../../core/schema/schemas.js';
import type { Strategy } from '../../core/strategy.js';
/**
 * What a schema says about merging documents (`x-merge`) and hiding what they hold (`x-secret`): `undefined` where it
 * says nothing, so that the merge stays on its fast path. Worked out as far as it is asked for, once for each schema.
 *
 * `x-merge` counts where the schema alone makes it certain. `x-secret` counts wherever it might apply, in any branch,
 * and for everything below; and where a schema cannot be read to the end, everything is hidden that it might hide: what
 * is hidden without need costs less than what is shown.
 */
export declare function strategyOf(root: SchemaNode): Strategy | undefined;
