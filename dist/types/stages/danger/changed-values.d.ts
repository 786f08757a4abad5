import type { ChangedValue } from './found.js';
import type { DangerInput } from './input.js';
/**
 * The leaves of what changed, one by one: a collection that came, went or became something else is looked into, and one
 * that is gone or became a leaf comes itself, too. Documents that came or went as a whole are left out: what they say
 * was never said otherwise. One that is called otherwise now is compared with what it was (`movedDocuments`).
 */
export declare function changedValues({ changes, moved }: Pick<DangerInput, 'changes' | 'moved'>): Generator<ChangedValue>;
