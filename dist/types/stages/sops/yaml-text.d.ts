import type { LeafValue } from '../../core/sops/document.js';
/** Where a scalar is written: in brackets, `,` and brackets end it and it stays on its line. */
export interface YamlPlace {
    readonly context: 'block' | 'flow';
    /** The column in which the lines of a block scalar start. */
    readonly indent: number;
    readonly lineBreak: string;
}
/** A scalar as go-yaml would read it back: plain where that is safe, a literal block for lines, quotes else. */
export declare function yamlScalar(value: Exclude<LeafValue, {
    opaque: 'secret';
}>, place: YamlPlace): string;
/** A literal block: the header, and lines indented by some columns; without a line break at the end. */
export declare function literal(text: string, indent: number, lineBreak: string): string;
/** A key of a mapping, in quotes where it would be read as something else. */
export declare function yamlKey(key: string, context: 'block' | 'flow'): string;
