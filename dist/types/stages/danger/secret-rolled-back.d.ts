import type { FindDangers } from './input.js';
/** Encrypted files, or values of them, that are as they were before the base: what was replaced since is back. */
export declare const secretRolledBack: FindDangers<'danger/secret-rolled-back'>;
