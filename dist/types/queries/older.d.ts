import type { FileHistory } from '../core/ports.js';
import type { Older, SealedChange } from '../core/sops/sealed-change.js';
/**
 * What of an encrypted file is as it was before, and not as the base has it. No two encryptions give the same text, so
 * one that has stood in the file before says that the value of then is back; the MAC says so of the whole file.
 */
export declare function olderIn({ path, before, after }: SealedChange, { states, read }: FileHistory): Older | undefined;
