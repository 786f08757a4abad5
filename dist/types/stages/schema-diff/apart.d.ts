import type { View } from './view.js';
/** Whether it is certain that no value is accepted by both: by kind, by the values listed, or by what a key holds. */
export declare function areApart(one: View, other: View, depth?: number): boolean;
