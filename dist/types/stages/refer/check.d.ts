import type { Linked } from '../../core/effective.js';
import { type Report } from '../../core/finding.js';
import type { Tokens } from '../../core/pointer.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
import type { Spot } from '../../core/spots.js';
import type { Undecided } from '../../core/validation.js';
import type { Edge } from './edge.js';
import type { NamingWorld } from './world.js';
export interface CheckRun {
    readonly report: Report;
    /** Where something in the document is set, and where else to look. */
    readonly spotOf: (tokens: Tokens, part: 'key' | 'value') => Spot;
    /** Whether a value may be a secret: no message shows it. */
    readonly isHidden: (tokens: Tokens) => boolean;
    /** Is told of names that only a key would tell. */
    readonly undecided?: (question: Undecided) => void;
}
/** Checks the names in one document and returns the edges to the documents that they lead to. */
export type NameCheck = (linked: Linked, root: SchemaNode, run: CheckRun) => readonly Edge[];
/**
 * Prepares the check of names in one environment: each string that the schema says names a document (`x-ref`) has to
 * lead to one that exists there (`refer/unknown-document`), or be the path of one's file (`refer/unknown-file`). One
 * check serves all documents of an environment, since it remembers the names that it looked for.
 */
export declare function createNameCheck(world: NamingWorld): NameCheck;
