import type { Tokens } from '../../core/pointer.js';
/** A set of pointers that answers whether one of them is at, above or below another pointer. */
export declare class PointerTree {
    #private;
    add(tokens: Tokens): void;
    touches(tokens: Tokens): boolean;
}
