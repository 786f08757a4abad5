/** The code of an error of the system, such as `ENOENT`; the name of one that has none; empty for anything else. */
export declare function codeOf(error: unknown): string;
