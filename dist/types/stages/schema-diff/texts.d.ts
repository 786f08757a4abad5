import { type Kinds } from '../../core/schema/allowed.js';
import { type Aspect } from './difference.js';
/** Formats that are checked, and the kinds of values that they speak of; all others are notes for people. */
export declare const CHECKED_FORMATS: ReadonlyMap<string, Kinds>;
/** `pattern`, `format`, `multipleOf` and `uniqueItems`. */
export declare const demands: readonly Aspect[];
