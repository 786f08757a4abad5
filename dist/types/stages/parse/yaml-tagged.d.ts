import { type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml';
import { type Value } from '../../core/value.js';
import { type ScalarRun, type YamlScalar } from './yaml-scalars.js';
/** What a tag makes of a node. */
export interface Tagged {
    readonly value: Value;
    /** `!append`, `!replace` …; empty where the tag is none of them. */
    readonly merge: string;
}
/** The value of a scalar that has a tag. */
export declare function taggedScalar(event: YamlScalar, text: string, start: number, run: ScalarRun): Tagged;
/** The value of a list or mapping that has a tag, read without it as `value`. */
export declare function taggedCollection(event: SequenceEvent | MappingEvent, value: Value, run: ScalarRun): Tagged;
/** Checks the tag of a key. A key is its text whatever its tag says; only a tag that means nothing is worth a word. */
export declare function checkKeyTag(event: ScalarEvent, run: ScalarRun): void;
/** Whether a key whose text is `<<` is the merge key: plain, without a tag or with its own. */
export declare function isMergeKey(event: ScalarEvent, run: ScalarRun): boolean;
