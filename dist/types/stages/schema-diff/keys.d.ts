import type { Aspect } from './difference.js';
/** `required`. */
export declare const required: Aspect;
/** `dependentRequired`: keys that bring along others. */
export declare const dependentRequired: Aspect;
