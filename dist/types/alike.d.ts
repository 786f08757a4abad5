import type { Snapshot } from './core/ports.js';
import { type SchemasInput } from './schemas.js';
import type { Workspace } from './workspace.js';
/** A snapshot that notes which files are read, until it is asked which they were. */
export declare function noting(snapshot: Snapshot): {
    readonly snapshot: Snapshot;
    readonly files: () => ReadonlySet<string>;
};
/**
 * Whether opening another state of a repository leads to the same: it has the same paths, and what was read of one has
 * the same content in the other. What a link leads to nobody knows, so one that was read makes the difference.
 */
export declare function opensAlike({ snapshot: known, basis }: Workspace, snapshot: Snapshot): boolean;
/**
 * Whether another state of a repository has the same schemas, and asks the same of them: what was compiled of them then
 * need not be compiled again. They are read, so that it is noted what the answer comes from.
 */
export declare function hasSameSchemas({ snapshot: known, schemas, basis }: Workspace, { snapshot, config, kinds, layers }: Pick<SchemasInput, 'snapshot' | 'config' | 'layers'> & {
    readonly kinds: ReadonlySet<string>;
}): boolean;
