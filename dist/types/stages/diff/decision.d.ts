import type { ShadowedEdit } from '../../core/change.js';
import type { Effective } from '../../core/effective.js';
import type { LeafEdit } from './leaf-edits.js';
import { type LayerPair } from './layers.js';
/** Why an edit has no effect, and who decides instead. */
export type Decision = Pick<ShadowedEdit, 'reason' | 'by'>;
export interface BothEffective {
    readonly before: Effective;
    readonly after: Effective;
}
/** Finds out why an edit that changes nothing changes nothing. */
export declare function decide(edit: LeafEdit, pair: LayerPair, both: BothEffective): Decision;
