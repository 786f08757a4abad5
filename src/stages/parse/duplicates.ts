import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { MERGE_KEY } from '../../core/tree.ts'
import { reportDuplicate } from './draft.ts'
import type { TreeBuilder } from './tree-builder.ts'

/**
 * Reports every key that a mapping gives more than once, at each place after the first.
 *
 * @param node the mapping's node, its entries closed.
 */
export function reportDuplicates(builder: TreeBuilder, node: number, report: Report): void {
  const first = new Map<string, number>()
  for (const [key, child] of builder.keysBelow(node)) {
    const known = first.get(key)
    if (known === undefined) first.set(key, child)
    else if (key !== MERGE_KEY) reportDuplicate(key, builder.keyPlace(child), builder.keyPlace(known), report)
    else {
      const related = [{ message: say`first given here`, place: builder.keyPlace(known) }]
      const message = say`\`<<\` is given twice in this mapping: give it a list, \`<<: [*a, *b]\``
      report(finding('parse/duplicate-key', builder.keyPlace(child), message, { related }))
    }
  }
}
