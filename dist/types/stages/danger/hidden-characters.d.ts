import type { FindDangers } from './input.js';
/** Characters that make a text read otherwise than it is: those that turn its direction, and those that nobody sees. */
export declare const hiddenCharacters: FindDangers<'danger/hidden-character'>;
