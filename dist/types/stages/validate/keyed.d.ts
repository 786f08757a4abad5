import type { RawIssue } from '../../core/validation.js';
import type { Subject } from './subject.js';
/**
 * Whether an issue is what the merge has reported already: in a list that is merged by a key, an item that has no
 * scalar there (`merge/key-missing`).
 */
export declare function isToldByMerge({ tokens, key }: RawIssue, subject: Subject): boolean;
