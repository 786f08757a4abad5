import type { Origins } from '../../core/effective.js';
import type { Tokens } from '../../core/pointer.js';
import type { Trace } from './trace.js';
/** Reads from a recorded merge where the value at a pointer comes from. */
export declare function answer(trace: Trace, tokens: Tokens): Origins;
