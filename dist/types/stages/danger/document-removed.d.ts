import type { FindDangers } from './input.js';
/**
 * Documents that a protected environment has no more, and not under another name either. An environment that is gone as
 * a whole, or abstract now, is told by `danger/unprotected`.
 */
export declare const documentRemoved: FindDangers<'danger/document-removed'>;
