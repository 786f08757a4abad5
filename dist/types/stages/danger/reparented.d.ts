import type { FindDangers } from './input.js';
/** Environments that inherit from others than before: every value of theirs may come from elsewhere. */
export declare const reparented: FindDangers<'danger/reparented'>;
