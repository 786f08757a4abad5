import type { FindDangers } from './input.js';
/** TLS, encryption or a check of certificates that was on and is off, or asks for less. */
export declare const encryptionOff: FindDangers<'danger/encryption-off'>;
