import type { Secret } from '../../core/opaque.js';
import { type SopsEntry, type SopsLeaf } from '../../core/sops/document.js';
import { type Outcome } from '../../core/sops/problem.js';
import { type OpenedFile, type SopsRun } from './open.js';
import type { SopsFile } from './read.js';
import { type NewKeys } from './recipients.js';
import { type Placed } from './splice.js';
/** What a rotation puts in place of the old. */
export interface Rotation extends NewKeys {
    /** A new data key, which the keys hold. */
    readonly dataKey: Secret;
    /** RFC 3339 in UTC and whole seconds. */
    readonly now: string;
}
/**
 * Gives a file a new data key: every sealed value and comment is sealed anew, every key holds the new one, `mac` and
 * `lastmodified` follow. What stands in clear, order, comments and form stay.
 *
 * @returns the new text; or `unsupported-key` where a key of another type than age would lose access, `read-only`
 */
export declare function rotateSops(opened: OpenedFile, rotation: Rotation, run: SopsRun): Outcome<string>;
interface LeafPlace {
    readonly placed: Placed;
    readonly entry: SopsEntry;
}
export type LeafPlaces = ReadonlyMap<SopsLeaf, LeafPlace>;
/** The entry and container of every leaf of a file. */
export declare function placesOf({ documents }: Pick<SopsFile, 'documents'>): LeafPlaces;
export {};
