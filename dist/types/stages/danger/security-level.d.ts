import type { FindDangers } from './input.js';
/** Security levels that are lower than they were, or gone. */
export declare const securityLevel: FindDangers<'danger/security-level'>;
