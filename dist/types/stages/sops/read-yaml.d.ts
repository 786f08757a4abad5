import type { SopsDocument } from '../../core/sops/document.js';
/**
 * Reads YAML as SOPS does: every document an ordered mapping with its comments, aliases written out, merge keys as keys
 * named `<<`, scalars typed by go-yaml's rules. It expects text that the parse stage accepts; what SOPS cannot hold is
 * refused: documents that are no mappings, keys that are no texts, 64-bit integers without room for a sign.
 *
 * @throws SopsRefusal `bad-content`; `not-taken` for `!!binary`, of which go-yaml makes a text where it is one, and for
 * brackets that are closed to the left of what they are in
 */
export declare function readYaml(text: string): readonly SopsDocument[];
