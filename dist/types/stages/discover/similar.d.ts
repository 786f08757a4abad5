/**
 * Pairs of names of which one is probably the other with a slip: one letter too many, too few or wrong, or two
 * neighbours swapped, within a word of at least five letters. Digits never count as slips (`us-east-1`, `prod2`).
 */
export declare function similarPairs(names: readonly string[]): [string, string][];
