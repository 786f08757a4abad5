import type { SealedType } from '../opaque.js';
/** How every envelope of SOPS starts. */
export declare const ENVELOPE_START = "ENC[AES256_GCM,";
/** An encrypted scalar, taken apart; all three in base64. The type is not authenticated. */
export interface Envelope {
    readonly data: string;
    readonly iv: string;
    readonly tag: string;
    readonly type: SealedType;
}
/**
 * Takes an encrypted scalar of SOPS apart; `undefined` where the text is none, to the last character: standard base64
 * with padding, data not empty, a tag of 16 bytes, a known type. (SOPS ignores what follows `]`.)
 */
export declare function parseEnvelope(text: string): Envelope | undefined;
/** The text of an envelope, as SOPS writes it. */
export declare function envelopeText({ data, iv, tag, type }: Envelope): string;
