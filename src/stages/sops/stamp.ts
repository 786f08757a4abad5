import { childOf, newText } from '../../core/sops/document.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import { refuse } from '../../core/sops/problem.ts'
import { macOf, type OpenedFile } from './open.ts'
import type { MetadataBlock } from './read.ts'
import { Splicer, type Splice } from './splice.ts'

/** The changes that give every metadata block of a file a new time, and the MAC of its values under it. */
export function stampSplices(opened: OpenedFile, now: string, cipher: SopsCipher): readonly Splice[] {
  const { file, leaves, dataKey } = opened
  const mac = cipher.seal(macOf(leaves, file.metadata.macOnlyEncrypted, cipher), now, dataKey)
  return file.blocks.flatMap((block) => [
    fieldSplice(opened, block, 'lastmodified', now),
    fieldSplice(opened, block, 'mac', mac),
  ])
}

/** Gives a field of the metadata another text. */
function fieldSplice({ file }: OpenedFile, { block }: MetadataBlock, field: string, text: string): Splice {
  const entry = childOf(block, field)
  if (entry?.node.kind !== 'leaf') return refuse('bad-metadata', { start: block.start, end: block.end, tokens: [field] })
  const placed = { container: block, parent: undefined, column: 0 }
  return new Splicer(file.text, file.format, 0).replaceLeaf(placed, entry, newText(text).value)
}
