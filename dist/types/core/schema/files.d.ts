import type { SchemaNode } from './node.js';
/** The paths of the documents that a schema consists of: its own, and all that references in them lead to. Sorted. */
export declare function filesBehind(root: SchemaNode | undefined): readonly string[];
