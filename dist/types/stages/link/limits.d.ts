/** Most characters that a text with references may grow to. */
export declare const MAX_TEXT = 1000000;
/** Most nodes and characters that references may bring into one document: what a whole file may be. */
export { MAX_FILE_BYTES as MAX_BROUGHT } from '../../core/ports.js';
/** Most findings about one knot of circles in one document. */
export declare const MAX_CIRCLES = 20;
/** Most names that are looked for among the known ones in one document. */
export declare const MAX_HINTS = 100;
