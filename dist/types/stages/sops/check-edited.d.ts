import type { Tokens } from '../../core/pointer.js';
import type { SopsCipher } from '../../core/sops/ports.js';
import type { OpenedFile } from './open.js';
/** What an edit was about. */
interface Edited {
    readonly op: 'set' | 'append' | 'delete';
    readonly document?: number;
    readonly tokens: Tokens;
}
/**
 * Proves that an edited text says of every value that was not edited what it said before, and has nothing else: an edit
 * in a text could in principle take a neighbour with it. Values below an edited pointer, and the items of a list of
 * which one was edited, are left out.
 *
 * @throws Error on a difference, which is a mistake of this program; nothing has been written then
 */
export declare function checkEdited(before: OpenedFile, after: OpenedFile, edits: readonly Edited[], cipher: SopsCipher): void;
export {};
