/**
 * What a merge publishes: files that follow from a commit and nothing else, and a chain that tells of the runs that
 * put them where they are. `docs/decisions/0015-publications.md` has the form and its reasons.
 */
import type { Value } from './value.js';
/** SHA-256 of bytes, as 64 hexadecimal digits. */
export type Digest = string;
export type DigestOf = (bytes: Uint8Array) => Digest;
/** In what an artifact is written. The last three are made of deployments only, several files a document. */
export declare const ARTIFACT_FORMATS: readonly ["yaml", "json", "toml", "ini", "env", "systemd", "compose", "kubernetes"];
export type ArtifactFormat = (typeof ARTIFACT_FORMATS)[number];
/** The formats that any document can be written in. */
export declare const DATA_FORMATS: readonly ["yaml", "json", "toml", "ini", "env"];
export type DataFormat = (typeof DATA_FORMATS)[number];
/** What `publish.formats` may name: a data format, or what starts a deployment, as its document says. */
export declare const WRITTEN_FORMATS: readonly ["yaml", "json", "toml", "ini", "env", "native"];
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];
/** A file that a document makes in an environment. */
export interface Artifact {
    /** Below the environment's folder, with `/`. */
    readonly path: string;
    readonly bytes: Uint8Array;
    /** `kind/name` of the document. */
    readonly document: string;
    readonly format: ArtifactFormat;
}
/** A file of a publication. Paths are relative to its root, with `/`. */
export interface PublicationFile {
    readonly path: string;
    readonly bytes: Uint8Array;
}
/** A publication as it follows from its commit: the manifests and all that they list, sorted by path (UTF-16 order). */
export interface Publication {
    readonly manifest: PublicationManifest;
    readonly files: readonly PublicationFile[];
}
/** The root's `manifest.json`: what the publication follows from, and what it consists of. */
export interface PublicationManifest {
    readonly version: 1;
    readonly source: ManifestSource;
    readonly tool: ManifestTool;
    /** Files of the source that decide what is published, and their digests: `cairn.yaml`, `access.yaml`, schemas. */
    readonly inputs: readonly ManifestInput[];
    /** Sorted by name. */
    readonly environments: readonly ManifestEnvironment[];
}
export interface ManifestSource {
    /** The commit, as a whole object id. */
    readonly commit: string;
    /** The configuration folder seen from the top of the Git repository, with `/` at its end; empty for the top. */
    readonly prefix: string;
}
export interface ManifestTool {
    readonly name: 'cairn';
    readonly version: string;
    /** Of all files of `dist/` that run; null where Cairn runs from its sources. */
    readonly digest: Digest | null;
}
export interface ManifestInput {
    readonly path: string;
    readonly sha256: Digest;
}
export interface ManifestFile extends ManifestInput {
    /** In bytes. */
    readonly size: number;
}
export interface ManifestEnvironment {
    readonly name: string;
    /** `<environment>/manifest.json`. */
    readonly manifest: ManifestFile;
}
/**
 * `<environment>/manifest.json`. Names no commit, so that it changes only when the environment does. Paths are below
 * the environment's folder; every list is sorted by path or name.
 */
export interface EnvironmentManifest {
    readonly version: 1;
    readonly environment: string;
    readonly kinds: readonly ManifestKind[];
    readonly artifacts: readonly ManifestArtifact[];
    /** SOPS files, byte for byte, below `secrets/`. */
    readonly secrets: readonly ManifestSecret[];
    /** `sealed.json`, where leaves are sealed. */
    readonly sealed: ManifestFile | null;
    /** Run variables that documents read, and their values: `publish.record` allows each. */
    readonly variables: Readonly<Record<string, string>>;
}
export interface ManifestKind {
    readonly name: string;
    readonly version: number;
    /** Of the kind's schema with all that it refers to; null for a kind without one. */
    readonly schema: Digest | null;
}
export interface ManifestArtifact extends ManifestFile {
    readonly document: string;
    readonly format: ArtifactFormat;
    /** The files whose layers make the document, lowest precedence first, each once. */
    readonly layers: readonly ManifestLayer[];
}
export interface ManifestLayer {
    /** From the root of the configuration repository. */
    readonly path: string;
    /** Git's object id of the content; null for a file outside the configuration repository, reached by a link. */
    readonly blob: string | null;
}
export interface ManifestSecret extends ManifestFile {
    /** Where the file lies in the configuration repository, and its object id there. */
    readonly source: ManifestLayer;
}
/**
 * An entry of `sealed.json`: a leaf that an artifact leaves out, and where its ciphertext is. A list with a sealed item
 * is left out whole, so its other leaves have entries too.
 */
export interface SealedEntry {
    readonly document: string;
    /** JSON Pointer into the effective document. */
    readonly pointer: string;
    /** Below the environment's folder: `secrets/…`. Null where no one file holds it (a text around a sealed part). */
    readonly file: string | null;
    /** JSON Pointer into that file. */
    readonly at: string | null;
    /** Which document of that file, from 0; only where it has several. */
    readonly stream?: number;
    /** What is in clear and left out with the list that it is in. */
    readonly value?: Value;
}
/** One line of `chain.jsonl`: what belongs to the run that published, and not to the commit. */
export interface ChainEntry {
    readonly version: 1;
    /** From 1. */
    readonly sequence: number;
    /** Digest of the line before, without its line break; null for the first. */
    readonly predecessor: Digest | null;
    /** Digest of the root's `manifest.json`. */
    readonly manifest: Digest;
    /** Digest of `provenance.json`. */
    readonly statement: Digest;
    /** The commit that was published. */
    readonly commit: string;
    /** Where to, as `targetText` spells it: a line that is found elsewhere was copied there. */
    readonly target: string;
    /** When, in UTC: `2026-01-31T12:00:00Z`. */
    readonly time: string;
    /** The branch or tag, as a whole ref. */
    readonly ref: string | null;
    readonly actor: string | null;
    /** URL of the run. */
    readonly run: string | null;
    /** The newest commit that is known here. After going back it is not `commit`: what lies between stays out. */
    readonly newest: string;
    /** What was the newest commit, where this entry goes back from it because somebody asked for that. */
    readonly rollback: string | null;
}
/** A line of the chain as it is written: the entry, and the signature of the entry's own JSON text. */
export interface ChainLine {
    readonly entry: ChainEntry;
    /** Armored SSH signature (PROTOCOL.sshsig), namespace `SIGNATURE_NAMESPACE`; null where nobody signed. */
    readonly signature: string | null;
}
/** `buildType` of the statement: what its parameters mean. */
export declare const BUILD_TYPE = "urn:cairn:publication:1";
/** The namespace of signatures, as `ssh-keygen -Y sign -n` takes it. */
export declare const SIGNATURE_NAMESPACE = "cairn-publication";
export declare const MANIFEST_FILE = "manifest.json";
export declare const CHAIN_FILE = "chain.jsonl";
export declare const STATEMENT_FILE = "provenance.json";
export declare const SEALED_FILE = "sealed.json";
export declare const SECRETS_FOLDER = "secrets";
/** What GitOps Promoter reads beside a publication. */
export declare const HYDRATOR_FILE = "hydrator.metadata";
/** The files that a publication has at its root. */
export declare const OWN_FILES: readonly string[];
/** What a publication owns where others may have files too: its own, and all in the folders of its environments. */
export declare function territoryOf(environments: readonly ManifestEnvironment[]): (path: string) => boolean;
/** What is found where something is published; nothing of it is believed. */
export interface PublishedFiles {
    /** Everything below the root of the publication, as it is listed: nothing cleaned, duplicates kept. */
    readonly entries: readonly PublishedEntry[];
    /** Bytes of a listed file; undefined where it cannot be read or has more than `limit` bytes. */
    read(path: string, limit: number): Uint8Array | undefined;
    /**
     * Of a folder of a branch: the files above it that Git reads for all that lies below them, such as
     * `../../.gitattributes`.
     */
    readonly settingsAbove?: () => readonly string[];
}
/** What Git reads in every folder, and at the top of a repository: it can change what a checkout has. */
export declare const GIT_SETTINGS: {
    readonly everywhere: readonly [".gitattributes"];
    readonly atTheTop: readonly [".gitmodules", ".lfsconfig"];
};
export interface PublishedEntry {
    readonly path: string;
    /** `executable`: a file on a branch that is marked so, which Cairn never does. */
    readonly type: 'file' | 'executable' | 'symlink' | 'other';
}
/** What a target has. */
export interface Published {
    /** Stands for this state of the target: `apply` changes only what still is in it. */
    readonly revision: string;
    /** Undefined where nothing is published yet. */
    readonly files: PublishedFiles | undefined;
    /** Whether that is what a proposal is to be made of, and there is none: nothing was published here since. */
    readonly isBase?: boolean;
    /** The newest commit that was published here, or whose publication would have been the same bytes. */
    readonly newest: string | undefined;
}
/** A change of a target, decided before anything is touched. */
export interface TargetChange {
    /** What the change was decided on. */
    readonly on: Published;
    /** `publish`: these files, and none of `removed`. `advance`: nothing but that `newest` is the newest commit. */
    readonly does: 'publish' | 'advance';
    /** All files of the publication with chain and statement, sorted by path. */
    readonly files: readonly PublicationFile[];
    /** Paths that go. */
    readonly removed: readonly string[];
    readonly newest: string;
    readonly source: SourceCommit;
}
/** The commit that is published, as far as targets tell of it. */
export interface SourceCommit {
    readonly commit: string;
    /** Seconds since 1970, of the committer: what is written for a commit has its time. */
    readonly time: number;
    readonly author: string;
    readonly subject: string;
    readonly body: string;
    /** URL that people reach the repository at, where it is known. */
    readonly url: string | undefined;
}
/** Where publications go. Small on purpose: all thinking is done before, in `decide`. */
export interface Target {
    /** As written, placeholders filled. */
    readonly name: string;
    /** Whether it can note a newest commit without a new publication; where not, each newer commit makes one. */
    readonly canAdvance: boolean;
    /** A file that it adds to a publication by itself, of what it is told of the commit. */
    readonly adds?: {
        readonly path: string;
        readonly of: (source: SourceCommit) => Uint8Array;
    };
    /** Finishes or clears away what a run that was killed left half-way; what is published is whole at all times. */
    settle(): Promise<void>;
    /** @throws Failure where the target cannot be reached or is of somebody else */
    read(): Promise<Published>;
    /**
     * Makes the change, whole or not at all, whenever the process is killed.
     *
     * @returns `moved` where the target is no longer what the change was decided on: read it and decide again
     * @throws Failure where the target refuses
     */
    apply(change: TargetChange): Promise<'applied' | 'moved'>;
    /** Gives back what it holds on this machine. Called once, at the end. */
    close(): Promise<void>;
}
/** A target as `--to` and `cairn.yaml` write it: `dir:<path>`, `branch:<name>`, `archive:<file.tar.gz>`. */
export interface TargetName {
    readonly scheme: 'dir' | 'branch' | 'archive';
    /** The path or the branch; `{environment}` stands for each environment, which then has a target of its own. */
    readonly at: string;
}
/** Reads such a name; undefined for any other text. */
export declare function parseTargetName(text: string): TargetName | undefined;
