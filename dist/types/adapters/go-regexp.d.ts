import type { RegExpPort } from '../core/schema/types.js';
/**
 * Regular expressions as Go has them (RE2's own syntax, `(?i)` and `\z` included), for what SOPS and its configuration
 * say. Others than the expressions of schemas, which are those of ECMA-262 (`adapters/re2.ts`).
 *
 * @throws NotLoaded from `test`, once, as the engine is loaded when it is first needed
 */
export declare function createGoRegExp(): RegExpPort;
