import { type Glob } from './glob.js';
import type { SpanPlace } from './place.js';
import type { Tokens } from './pointer.js';
import type { RuleId } from './rules.js';
/** A rule about dangers, which may be silenced. */
export type DangerRule = Extract<RuleId, `danger/${string}`>;
/** What `cairn.yaml` accepts of what a rule about dangers finds, and why. */
export interface Silence {
    readonly rule: Exclude<DangerRule, typeof NEVER_SILENT>;
    /** `path` as written. */
    readonly path: string;
    readonly covers: Covered;
    /** Why, as written. */
    readonly reason: string;
    /** The last day on which it counts, `2027-01-31`. Absent: for good. */
    readonly until?: string;
    /** The entry, and its path. */
    readonly place: SpanPlace;
    readonly pathPlace: SpanPlace;
}
/** Files by their path, or values by their document (`kind/name`) and pointer, with all that lies below. */
export type Covered = {
    readonly of: 'files';
    readonly files: Glob;
} | {
    readonly of: 'values';
    readonly documents: Glob;
    readonly pointers: Glob;
};
/** The rule that watches over silences cannot be silenced. */
export declare const NEVER_SILENT = "danger/self-silenced";
/** What a danger is about, as far as a silence may name it. */
export interface Silenceable {
    readonly rule: RuleId;
    readonly file?: string;
    /** `kind/name`. */
    readonly document?: string;
    /** What the document was called, where that is something else: no new name makes a silence cover it. */
    readonly documentBefore?: string;
    readonly tokens?: Tokens;
}
/** Whether a silence is about a danger, whenever it ends. */
export declare function isAbout({ rule, covers }: Silence, danger: Silenceable): boolean;
/** Whether a silence has ended. Where nobody says which day it is, none has. */
export declare function hasEnded({ until }: Silence, today: string | undefined): boolean;
/** Whether two silences accept the same, for as long. */
export declare function isSameSilence(one: Silence, other: Silence): boolean;
