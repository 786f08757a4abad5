import type { Report } from '../../core/finding.ts'
import { MERGE_KEY } from '../../core/tree.ts'
import { reportDuplicate } from './draft.ts'
import type { TreeBuilder } from './tree-builder.ts'

/**
 * Reports every key that a mapping gives more than once, at each place after the first. A second `<<` is none: people
 * write them, every parser takes them, and each brings what those before it have not.
 *
 * @param node the mapping's node, its entries closed.
 */
export function reportDuplicates(builder: TreeBuilder, node: number, report: Report): void {
  const first = new Map<string, number>()
  for (const [key, child] of builder.keysBelow(node)) {
    const known = first.get(key)
    if (known === undefined) first.set(key, child)
    else if (key !== MERGE_KEY) reportDuplicate(key, builder.keyPlace(child), builder.keyPlace(known), report)
  }
}
