import { inSpan, type SpanPlace } from '../place.ts'
import { childOf, type SopsDocument, type SopsMapping } from './document.ts'
import type { SopsMetadata } from './metadata.ts'
import type { Source } from '../source.ts'

/** An encrypted file as it can be read without a key. */
export interface SealedFile {
  readonly source: Source
  /** SOPS's: `yaml`, `binary` … */
  readonly format?: string
  readonly documents: readonly SopsDocument[]
  readonly metadata: SopsMetadata
  readonly blocks: readonly {
    readonly block: SopsMapping
    readonly entries: readonly { readonly start: number; readonly keyEnd: number }[]
  }[]
}

/** Where a field of the metadata stands; the key of the metadata where there is no such field. */
export function fieldPlace(file: SealedFile, field: string): SpanPlace {
  const [first] = file.blocks
  const node = first && childOf(first.block, field)?.node
  return node === undefined ? metadataPlace(file) : inSpan(file.source, node.start, node.end)
}

/** The key of the metadata: `sops`, or the first of the keys that start so. */
export function metadataPlace({ source, blocks }: SealedFile): SpanPlace {
  const entry = blocks[0]?.entries[0]
  return inSpan(source, entry?.start ?? 0, entry?.keyEnd ?? 0)
}
