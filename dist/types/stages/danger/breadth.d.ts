import type { FindDangers } from './input.js';
/** A change that reaches an unusual share of all environments or documents at once. */
export declare const breadth: FindDangers<'danger/breadth'>;
