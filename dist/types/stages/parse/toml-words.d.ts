import { type Finding } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
/** The library's text for a key that is defined twice: the one mistake after which reading goes on. */
export declare const DUPLICATE = "Defining a key multiple times is invalid";
/** The finding for the library's error `text` at `index`: in our words, and at the place where it is to be mended. */
export declare function mistakeAt(source: Source, index: number, text: string): Finding;
