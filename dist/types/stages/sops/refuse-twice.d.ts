import { type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.js';
export declare const MERGE_KEY = "<<";
/** Whether `<<` can merge a node: a mapping, or a list of them. */
export declare function isMergeable(node: SopsNode): boolean;
/**
 * Refuses what go-yaml takes for no document: a key that is given twice, and anything but mappings to merge.
 *
 * @throws SopsRefusal `duplicate-key`, `bad-content`
 */
export declare function refuseTwice(container: SopsMapping | SopsList, document: number): void;
