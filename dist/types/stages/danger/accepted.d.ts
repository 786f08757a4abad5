import { type Silence } from '../../core/silence.js';
import { type Danger } from './found.js';
import type { DangerInput } from './input.js';
/** A danger, or what of it is in some of its environments, and the silence that accepts it. */
export interface Judged {
    readonly danger: Danger;
    /** Absent: nobody accepts it. */
    readonly silence?: Silence;
}
/** Tells what of a danger which silence accepts; what is left is told. */
export declare function judge(danger: Danger, silences: readonly Silence[], input: DangerInput): readonly Judged[];
