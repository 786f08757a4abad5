import type { Linked } from '../../core/effective.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
import type { RawIssue } from '../../core/validation.js';
import type { ValidateRun } from './validate.js';
/**
 * Reports what a key has shown to be wrong with a document, as it would be of values in clear; no message shows one.
 * Runs no code that was made of a schema.
 *
 * @param linked with secrets in the places of sealed leaves
 */
export declare function tellDecided(linked: Linked, issues: readonly RawIssue[], { root, report, provenance }: Omit<ValidateRun, 'validator'> & {
    readonly root: SchemaNode;
}): void;
