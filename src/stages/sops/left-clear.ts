import { pointer, type Pointer } from '../../core/pointer.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import type { OpenedFile, OpenLeaf } from './open.ts'

/**
 * The values that an edit has put into a file and that stand there in clear, since the selector leaves them out: new
 * ones, and those that say something else than before. SOPS says nothing of them.
 */
export function newlyClear(before: OpenedFile, after: OpenedFile, cipher: SopsCipher): readonly Pointer[] {
  const was = new Map(before.leaves.map((leaf) => [keyOf(leaf), leaf.value]))
  const found = after.leaves.filter((leaf) => {
    const { selected, value } = leaf
    if (selected || value === null || ('text' in value && value.text === '')) return false
    const old = was.get(keyOf(leaf))
    return old === undefined || old === null || !cipher.same(old, value)
  })
  return [...new Set(found.map(({ tokens }) => pointer(tokens)))]
}

const keyOf = ({ document, tokens }: OpenLeaf): string => JSON.stringify([document, ...tokens])
