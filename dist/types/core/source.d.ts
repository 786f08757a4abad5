/** Line and column of an offset, both 1-based; columns count UTF-16 units, as in SARIF and LSP. */
export interface Position {
    readonly line: number;
    readonly column: number;
}
/** A byte order mark. */
export declare const MARK = "\uFEFF";
/**
 * A text file as the stages see it: decoded, without a byte order mark. Offsets into `text` are UTF-16 units.
 * Lines are indexed on the first question only: most files never have a finding.
 */
export declare class Source {
    #private;
    readonly path: string;
    readonly text: string;
    /** The byte order mark that the file begins with, or nothing: SOPS takes it for a part of what follows. */
    readonly mark: '' | typeof MARK;
    constructor(path: string, text: string, mark?: Source['mark']);
    positionOf(offset: number): Position;
}
