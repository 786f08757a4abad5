import { Collector } from './core/collector.js';
import type { Linked } from './core/effective.js';
import type { Report } from './core/finding.js';
import { type Message } from './core/message.js';
import type { Opener } from './core/opener.js';
import type { SopsProblemKind } from './core/sops/problem.js';
import type { Source } from './core/source.js';
import { type SecretFiles } from './secret-files.js';
import { type SopsFile } from './stages/sops/read.js';
import { type SecretsByEnvelope } from './unlock.js';
import type { Workspace } from './workspace.js';
export interface SecretFilesRun {
    readonly collector: Collector;
    /** `2027-01-31`. Absent: no file is due. */
    readonly today?: string;
    /** After how many days a file is due. Absent: as `cairn.yaml` says. */
    readonly maxAgeDays?: number;
    /** Absent: nothing is opened. */
    readonly opener?: Opener;
    /** Whether encrypted files that are no layers are checked too: where everything is. */
    readonly isWhole?: boolean;
    /** What earlier runs found of files. Not together with `opener`. */
    readonly memory?: SealedMemory;
    /** Whether somebody will ask for opened values; where not, none is kept once its file was verified. */
    readonly isAsked?: boolean;
}
/** What was found of encrypted files that need not be looked at again: they, the rules and the day are the same. */
export interface SealedMemory {
    readonly recallFile: (path: string, isLayer: boolean) => Collector | undefined;
    readonly keepFile: (path: string, isLayer: boolean, findings: Collector) => void;
}
/** What a run knows of the encrypted files that it came across. */
export interface SecretFilesResult {
    /** Empty where nobody asks for them. */
    readonly secrets: SecretsByEnvelope;
    /** The files that were opened, and believed. */
    readonly opened: ReadonlySet<string>;
    /** What could not be checked of them, and why. */
    readonly notChecked: readonly Message[];
}
/**
 * Checks the encrypted files that documents are made of, and with a key opens them: those of environments without
 * errors of parsing and linking. A file's data key is unwrapped once, and its MAC verified before anything is used.
 */
export declare function checkSecretFiles(workspace: Workspace, files: SecretFiles, run: SecretFilesRun): Promise<SecretFilesResult>;
/** Tells the files that a repository looks at: those of the folders of its layout, but for what is ignored. */
export declare function mayBeOurs({ config }: Pick<Workspace, 'config'>): (path: string) => boolean;
/** Reads an encrypted file in SOPS's terms; why it cannot be read is reported, but for what has been told. */
export declare function readEncrypted(source: Source, report: Report, told?: ReadonlySet<SopsProblemKind>): SopsFile | undefined;
/** Whether every encrypted layer of a document was opened. */
export declare function isOpened({ effective: { layers } }: Linked, opened: ReadonlySet<string>): boolean;
