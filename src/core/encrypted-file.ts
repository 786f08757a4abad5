import type { Location } from './place.ts'

/**
 * Who can open an encrypted file now and could not before, or no more: of a file whose values count in no environment.
 * That of others is told of the documents that they are layers of.
 */
export interface EncryptedFileChange {
  /** Path in the configuration repository. */
  readonly file: string
  /** Of one that was not there, or not encrypted, everybody who can open it is added. */
  readonly recipients: readonly RecipientChange[]
  /** Keys of how many groups it takes, where that is another number. */
  readonly threshold?: { readonly before: number; readonly after: number }
}

export interface RecipientChange {
  readonly kind: 'added' | 'removed'
  /** `age`, or the key's of another sort as SOPS calls it: `pgp`, `kms` … */
  readonly type: string
  /** Of age; of a key of another type what names it. */
  readonly recipient: string
  /** As the base's `cairn.yaml` calls it: no change chooses what somebody is called. */
  readonly alias?: string
  readonly location: Location
}
