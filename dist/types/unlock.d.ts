import type { Collector } from './core/collector.js';
import { Secret } from './core/opaque.js';
import type { Opener } from './core/opener.js';
import type { Severity } from './core/rules.js';
import type { Source } from './core/source.js';
import { type OpenedFile } from './stages/sops/open.js';
import type { SopsFile } from './stages/sops/read.js';
import type { Workspace } from './workspace.js';
/** Plaintext by ciphertext: the same text in a file that was opened stands for the same value. */
export type SecretsByEnvelope = ReadonlyMap<string, Secret>;
/** An encrypted file that was read. */
export interface ReadFile {
    readonly path: string;
    readonly source: Source;
    readonly file: SopsFile;
}
/** An encrypted file that was opened, and whose MAC is right. */
export interface UnlockedFile {
    readonly path: string;
    readonly opened: OpenedFile;
}
export interface UnlockRun {
    readonly opener: Opener;
    readonly workspace: Workspace;
    readonly collector: Collector;
    /** How severe it is that no key opens a file. Absent: a note, since most runs do without. */
    readonly locked?: Severity;
}
/**
 * Opens files, their data keys unwrapped at once, and verifies them, one by one: nothing of one is kept when the next
 * is opened. What is wrong is reported, and the file is left out. Whoever masks secrets is told of them before anything
 * else is done.
 */
export declare function unlock(files: readonly ReadFile[], run: UnlockRun): AsyncGenerator<UnlockedFile>;
/** Adds the values of a file to those that are known. */
export declare function keepSecrets({ opened: { leaves } }: UnlockedFile, secrets: Map<string, Secret>): void;
