import type { Value } from '../../core/value.js';
/** Whether a mode asks for less than another one: `verify-full` and then `require`, `TLSv1.3` and then 1.2. */
export declare function isWeaker(before: Value | undefined, after: Value | undefined): boolean;
