import type { RegExpPort } from '../core/schema/types.js';
/**
 * Regular expressions that no pattern can hang. Plain patterns on short texts, which is nearly all of them, are matched
 * by the engine of JavaScript; for everything else RE2 is loaded when it is first needed.
 *
 * @throws NotLoaded from `test`, once, where RE2 is needed
 */
export declare function createRegExp(): RegExpPort;
