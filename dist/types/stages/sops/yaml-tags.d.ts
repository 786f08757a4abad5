import type { Clear } from '../../core/sops/document.js';
/**
 * What a tag makes of a scalar. go-yaml takes `!!str` and the numbers' tags, and writes the text `<<` as `!!merge <<`;
 * of tags of one's own it keeps what is a text.
 */
export declare function withTag(tag: string | undefined, plain: () => Clear | null | undefined, text: string): Clear | null | undefined;
