import type { Tokens } from '../../core/pointer.js';
/** A path as a linked list: merging allocates a step only where it descends or complains. The root's `up` is absent. */
export interface Path {
    readonly up: Path | undefined;
    readonly token: string;
}
export declare function tokensTo(path: Path): Tokens;
