import { type Kinds } from './allowed.js';
import type { Scope } from './scope.js';
/**
 * The scope of a value of which the kind is known: with the branches of `anyOf` and `oneOf` that alone allow it. So
 * what `anyOf: [{$ref: …}, {type: 'null'}]` says of a mapping is known.
 */
export declare function narrowed(scope: Scope, kind: Kinds): Scope;
