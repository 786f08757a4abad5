import type { Origins } from '../../core/effective.js';
import type { Layer } from '../../core/layer.js';
import type { Tokens } from '../../core/pointer.js';
import type { Strategy } from '../../core/strategy.js';
import { Trace } from './trace.js';
/** Notes during a merge which layer says what, and answers from its notes afterwards. */
export declare class Recorder {
    readonly trace: Trace;
    originsAt(tokens: Tokens): Origins;
}
/**
 * Answers where the values of a merged document come from, by running the same merge again with a recorder: on the
 * first question, once. Until then it costs nothing.
 */
export declare function recordMerge(layers: readonly Layer[], strategy: Strategy | undefined): {
    readonly originsAt: (tokens: Tokens) => Origins;
};
