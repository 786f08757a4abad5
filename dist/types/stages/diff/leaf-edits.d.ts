import type { ChangeKind } from '../../core/change.js';
import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
/** An edited leaf of a layer: a scalar, null, list, empty mapping, or a value that became one of another type. */
export interface LeafEdit {
    readonly kind: ChangeKind;
    readonly tokens: Tokens;
}
/**
 * The leaves that differ between two versions of a layer; `undefined` is a layer that is not there, null an empty file.
 * Lists are not looked into: merging may move items, so that an item's pointer in a layer is not its pointer in the
 * document. Holes are not compared.
 */
export declare function leafEdits(before: Value | undefined, after: Value | undefined): LeafEdit[];
