import { entriesOf, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'

export const MERGE_KEY = '<<'

/** Whether `<<` can merge a node: a mapping, or a list of them. */
export function isMergeable(node: SopsNode): boolean {
  if (node.kind !== 'list') return node.kind === 'mapping'
  return entriesOf(node).every((entry) => entry.node.kind === 'mapping')
}

/**
 * Refuses what go-yaml takes for no document: a key that is given twice, and anything but mappings to merge.
 *
 * @throws SopsRefusal `duplicate-key`, `bad-content`
 */
export function refuseTwice(container: SopsMapping | SopsList, document: number): void {
  const keys = new Set<string>()
  for (const { key, start, keyEnd, node, alias } of entriesOf(container)) {
    if (key !== null) {
      if (keys.has(key)) refuse('duplicate-key', { start, end: keyEnd, document, tokens: [key] })
      keys.add(key)
      if (key === MERGE_KEY && !isMergeable(node)) refuse('bad-content', { start, end: keyEnd, document, tokens: [key] })
    }
    // What an alias leads to was looked at where it stands.
    if (node.kind !== 'leaf' && alias === undefined) refuseTwice(node, document)
  }
}
