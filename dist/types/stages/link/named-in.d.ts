/**
 * The documents (`kind/name`) that references in a file with this text may lead to, told without parsing it: all that
 * they do lead to, and maybe more. `any` where only parsing would tell: an escape or a folded line may be in a name.
 */
export declare function documentsNamedIn(text: string): ReadonlySet<string> | 'any';
