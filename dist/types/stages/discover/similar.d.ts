/**
 * Pairs of names of which one is probably the other with a slip: one letter too many, too few or wrong, or two
 * neighbours swapped, within a word of at least five letters, whatever their case. Digits never count as slips
 * (`us-east-1`, `prod2`). Names that differ in case only are a pair however short they are.
 */
export declare function similarPairs(names: readonly string[]): [string, string][];
