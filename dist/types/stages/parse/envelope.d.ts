import { Sealed } from '../../core/opaque.js';
/** How every envelope of SOPS starts. */
export declare const ENVELOPE_START = "ENC[AES256_GCM,";
/**
 * Reads one leaf as SOPS writes an encrypted scalar; `undefined` where the text is none, to the last character:
 * standard base64 with padding, data not empty, a tag of 16 bytes, a known type. (SOPS ignores what follows `]`.)
 */
export declare function readEnvelope(text: string): Sealed | undefined;
