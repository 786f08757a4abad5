import type { Layer } from '../../core/layer.js';
/**
 * Whether a document of these layers may hold references: true if a text of theirs has `${cairn:` in it, or an escape
 * that could have written it. False is certain. Cheap: looks at each file's text once.
 */
export declare function mayHoldReferences(layers: readonly Layer[]): boolean;
/** What a file holds in which `mayRefer` finds something. */
export declare const SIGNS: readonly string[];
/** Whether a file with this text may hold references. False is certain. */
export declare function mayRefer(text: string): boolean;
/** Whether an escape may write or join characters of a reference. */
export declare function mayHide(text: string): boolean;
