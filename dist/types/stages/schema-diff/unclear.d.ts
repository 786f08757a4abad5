import { type Aspect } from './difference.js';
/** Keywords whose effect cannot be worked out from the schema alone. */
export declare const unclear: Aspect;
