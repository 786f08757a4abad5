/**
 * What a tree holds besides JSON: leaves whose value this run does not know or must not show.
 *
 * An opaque leaf is a class instance so that no merge, clone or writer can mistake it for data: turning one into text
 * throws, which makes every writer that forgot about opaque leaves fail loudly instead of printing a placeholder.
 */
export declare abstract class Opaque {
    abstract readonly opaque: 'sealed' | 'secret' | 'unresolved' | 'hole' | 'exact' | 'withheld';
    toJSON(): never;
    toString(): never;
    [Symbol.toPrimitive](): never;
}
/** The scalar types that a SOPS envelope names in clear (`type:`). */
export type SealedType = 'str' | 'int' | 'float' | 'bool' | 'time' | 'bytes' | 'comment';
/** Ciphertext of one leaf. Its type can be told; its bytes belong to its file alone. */
export declare class Sealed extends Opaque {
    #private;
    readonly opaque = "sealed";
    readonly type: SealedType;
    constructor(type: SealedType, envelope: string);
    /** Whether two leaves hold the same ciphertext, that is: certainly the same value of the same place. */
    sameCiphertext(other: Sealed): boolean;
    /**
     * Whether two leaves certainly hold different values: texts of another length, which AES-GCM keeps. Their types are
     * in clear, but may be spelled differently for the same number.
     */
    certainlyDiffers(other: Sealed): boolean;
    /** What is known of this ciphertext. */
    lookUp<Known>(known: ReadonlyMap<string, Known>): Known | undefined;
}
/** An opened value. Its plaintext is in the vault, never in a property; only `reveal` returns it. */
export declare class Secret extends Opaque {
    readonly opaque = "secret";
    /** Distinguishes this secret from every other one of the run, so that no comparison calls two opaque values equal. */
    readonly id: number;
    readonly type: SealedType;
    constructor(id: number, type: SealedType);
}
/** A value that a later stage or a key would supply: a text with a sealed part, a reference to a sealed leaf. */
export declare class Unresolved extends Opaque {
    #private;
    readonly opaque = "unresolved";
    /** @param parts what it will be put together from, texts and opaque leaves; none where that is not known. */
    constructor(parts?: readonly unknown[]);
    /** Whether two values are put together from the same parts, that is: certainly the same value. */
    sameParts(other: Unresolved, same: (part: unknown, otherPart: unknown) => boolean): boolean;
    /** The text, where that of each opaque part is to be had. */
    assemble(textOf: (part: Opaque) => string | undefined): string | undefined;
}
/** What stands where something failed. Its finding has been reported; later stages pass it on in silence. */
export declare class Hole extends Opaque {
    readonly opaque = "hole";
}
/** What stands in a report for a text in clear that goes by the name of a secret. */
export declare class Withheld extends Opaque {
    readonly opaque = "withheld";
}
/** The one that serves all. */
export declare const WITHHELD: Withheld;
/** The one hole. Holes carry nothing, so one serves all. */
export declare const HOLE: Hole;
