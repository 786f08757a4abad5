import type { FindDangers } from './input.js';
/** Environments that were guarded and are so no more: not protected, not published, or not there. */
export declare const unprotected: FindDangers<'danger/unprotected'>;
