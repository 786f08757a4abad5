/** How a reference in a text begins. */
export declare const REFERENCE = "${cairn:";
/** Whether a text may be or hold a reference: what it means is known when that is resolved. */
export declare function mayHoldReference(text: string): boolean;
