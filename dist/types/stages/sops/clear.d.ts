import { Secret } from '../../core/opaque.js';
import type { Clear } from '../../core/sops/document.js';
/**
 * A secret as it stands in clear: in the text that `decrypt` prints, and at a leaf that the file's selector leaves in
 * clear. One of the few importers of `reveal`; whoever calls this writes plaintext.
 *
 * @throws SopsRefusal `not-representable` for bytes, which no text format can hold
 */
export declare function inClear(value: Secret | Clear): Clear;
/** The same as bytes, which a file of SOPS's binary format may hold. */
export declare function bytesInClear(value: Secret | Clear): Uint8Array;
