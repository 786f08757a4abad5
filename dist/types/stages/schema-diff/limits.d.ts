import { type Aspect } from './difference.js';
/** `minimum`, `maxLength`, `minItems` and their like: sizes. */
export declare const limits: Aspect;
