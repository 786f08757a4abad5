import type { DangerInput } from './input.js';
import { type Acceptance, type Danger } from './found.js';
/** What a change accepts of its own dangers. */
export interface SelfSilenced {
    readonly dangers: readonly Danger[];
    /** Told with the dangers that they cover, and not once more for being new. */
    readonly told: ReadonlySet<Acceptance>;
}
/**
 * Silences that a change brings for its own dangers, and rules that it switches off while they find something in it.
 * Neither counts for this change.
 */
export declare function selfSilenced(input: DangerInput, found: readonly Danger[]): SelfSilenced;
