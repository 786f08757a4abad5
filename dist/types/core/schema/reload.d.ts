import type { Tokens } from '../pointer.js';
import { type Value } from '../value.js';
import { type SchemaNode } from './schemas.js';
/** What it takes to apply a new value: the running service takes it over, or has to be started anew. */
export type Reload = 'hot' | 'restart';
/**
 * What `x-reload` says of a change at a pointer of a document: of the value there, else of the nearest one above it; of
 * a collection, the more that any value in it takes. `undefined` where nothing says anything, and so nothing is known.
 *
 * @param value the whole document
 */
export declare function reloadAt(root: SchemaNode, tokens: Tokens, value: Value): Reload | undefined;
