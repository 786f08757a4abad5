import type { Tokens } from '../../core/pointer.js';
/**
 * Names of values, however a program writes them: `ssl_mode`, `sslMode`, `ssl-mode` and `SSL_MODE` are one key to
 * people, and so they are to the rules that look for values by their keys.
 */
export declare class FieldSet {
    #private;
    constructor(globs: Iterable<Tokens>);
    matches(tokens: Tokens): boolean;
}
/** A key without case and without what parts its words. */
export declare function bareKey(key: string): string;
