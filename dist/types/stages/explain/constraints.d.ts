import type { Constraint } from '../../core/explanation.js';
import type { Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
/** What the schemas that certainly apply at a pointer of a document ask of the value there. */
export declare function constraintsAt(root: SchemaNode, tokens: Tokens, value: Value): Constraint[];
