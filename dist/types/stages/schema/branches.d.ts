import type { Scope } from '../../core/schema/schemas.js';
import { type Mapping } from '../../core/value.js';
/**
 * The scope of a mapping of texts, with the branches that its tags choose, or, where it has none, those of the mapping
 * below it. A tag may be a number or a boolean: its text is read as one where the schema has no such string.
 */
export declare function branched(scope: Scope, mapping: Mapping, lower: Mapping): Scope;
