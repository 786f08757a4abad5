import type { FindDangers } from './input.js';
/** Values that nobody could read before, and everybody can now. */
export declare const becamePlain: FindDangers<'danger/became-plain'>;
