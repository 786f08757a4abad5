import type { Tokens } from '../../core/pointer.ts'
import { childOf, newList, newMapping, type SopsNode } from '../../core/sops/document.ts'
import type { SopsEdit } from './edit.ts'
import type { OpenedFile } from './open.ts'

/** What stands for the item behind the last of a list. Source: RFC 6901 §4. */
const NEXT = '-'

/**
 * The edit that puts a value at a pointer: `/hosts/-` adds an item to a list. In a mapping `-` is a key like any other;
 * below what is not there yet it makes a list.
 */
export function setAt(
  { file }: Pick<OpenedFile, 'file'>,
  { document, tokens }: { readonly document: number; readonly tokens: Tokens },
  value: SopsNode,
): SopsEdit {
  let node: SopsNode | undefined = file.documents[document]?.root
  for (const [i, token] of tokens.entries()) {
    if (node === undefined || node.kind === 'leaf') break
    const rest = nodeBelow(tokens.slice(i + 1), value)
    if (node.kind === 'list' && token === NEXT) return { op: 'append', document, tokens: tokens.slice(0, i), value: rest }
    const entry = childOf(node, token)
    if (entry === undefined) return { op: 'set', document, tokens: tokens.slice(0, i + 1), value: rest }
    node = entry.node
  }
  return { op: 'set', document, tokens, value }
}

/** A value and what has to be made above it. */
export function nodeBelow(tokens: Tokens, value: SopsNode): SopsNode {
  return tokens.reduceRight((inner, token) => (token === NEXT ? newList([inner]) : newMapping([[token, inner]])), value)
}
