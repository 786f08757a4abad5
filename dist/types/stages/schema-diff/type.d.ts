import { type Kinds } from '../../core/schema/allowed.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
/** The kinds that `type` asks for, or `false`; a `type` that names anything else is not looked at, as in validation. */
export declare function typeOf(node: SchemaNode): Kinds;
