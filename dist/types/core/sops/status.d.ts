import type { SopsProblem } from './problem.js';
/** What is known of encrypted files without a key. */
export interface StatusResult {
    readonly files: readonly FileStatus[];
    /** Who can open what of an environment: its own encrypted layers and those that it inherits. */
    readonly environments: readonly EnvironmentAccess[];
    /** Recipients that open any of the files, sorted by what they are called. */
    readonly recipients: readonly NamedRecipient[];
    readonly maxAgeDays: number;
}
export interface NamedRecipient {
    /** Of age; of a key of another type its type and what names it. */
    readonly recipient: string;
    /** As `cairn.yaml` calls it. */
    readonly alias?: string;
    /** How many files it opens. */
    readonly files: number;
}
export interface FileStatus {
    readonly path: string;
    /** Of age; by key group. */
    readonly groups: readonly (readonly string[])[];
    /** How many groups it takes. */
    readonly threshold: number;
    /** Keys of other types, each by its type and what names it (`pgp 85D7…`); by key group. */
    readonly otherKeys: readonly (readonly string[])[];
    readonly lastModified: string;
    readonly ageDays: number;
    readonly due: boolean;
    /** Encrypted values. */
    readonly values: number;
    /** How its recipients compare with `.sops.yaml`. */
    readonly rule: 'as ruled' | 'differs' | 'no rule';
    /** Environments in which its values count, sorted. */
    readonly environments: readonly string[];
    /** Why it cannot be read; the rest is empty then. */
    readonly problems: readonly SopsProblem[];
}
export interface EnvironmentAccess {
    readonly environment: string;
    readonly files: number;
    /** How many of the files each recipient opens alone, by recipient. */
    readonly opens: Readonly<Record<string, number>>;
}
