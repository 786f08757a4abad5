import type { Clear, SopsDocument } from '../../core/sops/document.js';
/**
 * Reads JSON as SOPS does: one ordered object, duplicate keys kept. Integers that fit 64 bits are ints, as for SOPS
 * 3.13.2 and later; to earlier versions every number was a float (see `asFloat`).
 *
 * @throws SopsRefusal `bad-content`
 */
export declare function readJson(text: string): readonly SopsDocument[];
/** A number of JSON as SOPS before 3.13.2 had it. */
export declare function asFloat(value: Clear): Clear;
