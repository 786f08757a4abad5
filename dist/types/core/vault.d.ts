import { Secret, type SealedType } from './opaque.js';
/** Puts an opened value into the vault and returns the opaque token that stands for it in trees. */
export declare function keep(plaintext: string | Uint8Array, type: SealedType): Secret;
/** For `reveal.ts` alone (the import rules say so): the plaintext of a secret of this process. */
export declare function plaintextOf(secret: Secret): string | Uint8Array;
