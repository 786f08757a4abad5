import { Sealed } from '../../core/opaque.js';
export { ENVELOPE_START } from '../../core/sops/envelope.js';
/** Reads one leaf as SOPS writes an encrypted scalar; `undefined` where the text is none (see `parseEnvelope`). */
export declare function readEnvelope(text: string): Sealed | undefined;
