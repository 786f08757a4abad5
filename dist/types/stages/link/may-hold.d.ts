import type { Layer } from '../../core/layer.js';
/**
 * Whether a document of these layers may hold references: true if a text of theirs has `${cairn:` in it, or an escape
 * that could have written it. False is certain. Cheap: looks at each file's text once.
 */
export declare function mayHoldReferences(layers: readonly Layer[]): boolean;
/** Whether a file with this text may hold references. False is certain. */
export declare function mayRefer(text: string): boolean;
