import type { AliasEvent } from 'js-yaml';
import { type Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { TagTree } from '../../core/tree.js';
import type { Value } from '../../core/value.js';
/** What an anchor stands for. */
export interface Anchor {
    readonly value: Value;
    /** The anchored node; -1 where there is none, as with an anchored key. */
    readonly node: number;
    /** How many nodes it and what is below it count, those of aliases as often as they are used. */
    readonly size: number;
    /** How many collections it is deep. */
    readonly height: number;
    /** Its text, if it can serve as a key. */
    readonly key: string | undefined;
    readonly tags: TagTree | undefined;
}
/** An anchor in something that was left out, with a finding. */
export declare const LEFT_OUT: Anchor;
/** Any event that can carry an anchor. */
export interface Anchored {
    readonly anchorStart: number;
    readonly anchorEnd: number;
}
/** The anchors of the document that is being composed, by name; a name may be given again, and the last one counts. */
export declare class Anchors {
    #private;
    constructor(source: Source, report: Report);
    /** Forgets all: anchors belong to their document. */
    clear(): void;
    set(event: Anchored, anchor: Anchor): void;
    /** Announces an anchor whose node is being read. */
    begin(event: Anchored): void;
    /** What an alias stands for; `undefined` (reported) where no anchor has its name, or the one that has is not done. */
    resolve(event: AliasEvent): Anchor | undefined;
}
