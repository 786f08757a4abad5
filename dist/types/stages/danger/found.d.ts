import type { Change } from '../../core/change.js';
import type { SettledFinding } from '../../core/finding.js';
import { type Message } from '../../core/message.js';
import { type Location } from '../../core/place.js';
import { type Tokens } from '../../core/pointer.js';
import type { ConfigurableRule } from '../../core/rule-settings.js';
import type { DangerRule, Silence, Silenceable } from '../../core/silence.js';
import { type Value } from '../../core/value.js';
/** What a rule about dangers found: a finding before anybody says how severe it is. */
export interface Danger {
    readonly rule: DangerRule;
    readonly message: Message;
    /** In the head; in the base for what is gone. */
    readonly location: Location;
    readonly related?: SettledFinding['related'];
    readonly environments?: readonly string[];
    /** The value that it is about, where it is about one: `kind/name`, and the pointer. */
    readonly document?: string;
    /** What the document was called, where that is something else. */
    readonly documentBefore?: string;
    readonly tokens?: Tokens;
    /** What the head accepts from now on: a new silence, or a rule that it switches off. */
    readonly accepts?: Acceptance;
    /** Dangers of several files that are told as one, unless they are silenced. */
    readonly alike?: Alike;
}
export interface Alike {
    /** The same for all of them. */
    readonly key: string;
    readonly told: (files: number) => Message;
}
/** A silence, or a rule that is off. */
export type Acceptance = Silence | ConfigurableRule;
/** The path of a file outside of the configuration repository as globs name it, which cannot begin with `../`. */
export declare function withoutParents(path: string): string;
export declare function silenceableOf({ rule, location, document, documentBefore, tokens }: Danger): Silenceable;
/** A value of a document that changed: the change itself, or a leaf of it. */
export interface ChangedValue {
    readonly change: Change;
    readonly tokens: Tokens;
    readonly beforeTokens: Tokens;
    readonly before: Value | undefined;
    readonly after: Value | undefined;
    /** In a collection that was or is no collection on the other side: what stands for it there. */
    readonly leafBefore?: Value | undefined;
    readonly leafAfter?: Value | undefined;
    /** What its document was called, where that is something else. */
    readonly documentBefore?: string;
}
/** A danger of one value, at the place that says it now, or said it before it was gone. */
export declare function dangerAt(rule: DangerRule, value: ChangedValue, message: Message): Danger;
/** `services/db#/port`. */
export declare function subjectOf({ change, tokens }: ChangedValue): Message;
/** A value as it may be told, what it is where it may not. */
export declare function told(value: Value, { change, tokens }: ChangedValue): Message;
export declare function placeOf({ after, before, removedBy, environments }: Change): Location;
