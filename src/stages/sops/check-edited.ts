import type { Tokens } from '../../core/pointer.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import type { OpenedFile, OpenLeaf } from './open.ts'

/** What an edit was about. */
interface Edited {
  readonly op: 'set' | 'append' | 'delete'
  readonly document?: number
  readonly tokens: Tokens
}

/**
 * Proves that an edited text says of every value that was not edited what it said before, and has nothing else: an edit
 * in a text could in principle take a neighbour with it. Values below an edited pointer, and the items of a list of
 * which one was edited, are left out.
 *
 * @throws Error on a difference, which is a mistake of this program; nothing has been written then
 */
export function checkEdited(
  before: OpenedFile,
  after: OpenedFile,
  edits: readonly Edited[],
  cipher: SopsCipher,
): void {
  const edited = edits.map(({ op, document = 0, tokens }) => ({
    document,
    tokens: op === 'delete' ? listOf(before, document, tokens) : tokens,
  }))
  const untouched = ({ document, tokens }: OpenLeaf) =>
    !edited.some((edit) => edit.document === document && edit.tokens.every((token, i) => tokens[i] === token))
  const [was, is] = [before.leaves.filter(untouched), after.leaves.filter(untouched)]
  const isSame = was.length === is.length && was.every((leaf, i) => sameLeaf(leaf, is[i], cipher))
  if (!isSame) throw new Error('an edit would have changed other values; nothing was written')
}

/** Deleting an item moves those behind it: the whole list counts as edited then. */
function listOf({ leaves }: OpenedFile, document: number, tokens: Tokens): Tokens {
  const last = tokens.at(-1) ?? ''
  const isItem = /^\d+$/.test(last) && leaves.some((leaf) => leaf.document === document && leaf.keys.length < leaf.tokens.length)
  return isItem ? tokens.slice(0, -1) : tokens
}

function sameLeaf(a: OpenLeaf, b: OpenLeaf | undefined, cipher: SopsCipher): boolean {
  if (b === undefined || a.document !== b.document || a.tokens.join('\u0000') !== b.tokens.join('\u0000')) return false
  return a.value === b.value || (a.value !== null && b.value !== null && cipher.same(a.value, b.value))
}
