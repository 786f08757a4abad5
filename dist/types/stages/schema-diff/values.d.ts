import { type Aspect } from './difference.js';
/** `type`: which kinds of values are accepted. */
export declare const types: Aspect;
/** `enum` and `const`: which values are accepted. */
export declare const choices: Aspect;
