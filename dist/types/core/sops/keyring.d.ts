import type { Secret } from '../opaque.js';
import type { SopsMetadata } from './metadata.js';
import type { Outcome } from './problem.js';
/** A data key and, of a file with key groups, what each group holds of it. */
export interface OpenedDataKey {
    readonly dataKey: Secret;
    /** By group; the data key itself where there is one group. Shares of groups that nobody opened are worked out. */
    readonly shares: readonly Secret[];
}
/** Data keys, and the identities that open them, behind one port. */
export interface Keyring {
    /**
     * Opens the data key of a file with whatever identities this run has; they are looked for when this is first called.
     *
     * @returns or `no-identity`, `unsupported-key`, `too-few-groups`, `bad-recipient-block`, `bad-data-key`
     */
    open(metadata: Pick<SopsMetadata, 'groups' | 'threshold'>): Promise<Outcome<OpenedDataKey>>;
    /** A new data key. */
    fresh(): Secret;
    /** What each of several key groups holds of a data key; one group holds it whole. */
    share(dataKey: Secret, groups: number, threshold: number): readonly Secret[];
    /** Encrypts what a group holds to a recipient of age; `undefined` where the recipient cannot be used. */
    seal(part: Secret, recipient: string): Promise<string | undefined>;
}
