import type { FindDangers } from './input.js';
/** Encrypted files that guard less than they did. A MAC that is gone, or a layer's value in clear, is told as such. */
export declare const secretWeakened: FindDangers<'danger/secret-weakened'>;
