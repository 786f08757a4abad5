import { KIND } from '../../core/schema/allowed.ts'
import { name, say, type Message } from '../../core/message.ts'
import { saying, spots, type Asking, type Aspect, type Difference } from './difference.ts'
import { combinationsOf } from './entries.ts'
import { unevaluatedOf } from './unevaluated.ts'
import type { Spot, View } from './view.ts'

type Unclear = Spot & { readonly keyword: string }

/** What is not understood here: it counts as asked for anew wherever it is not written as it was. */
function unclearIn(view: View): readonly Unclear[] {
  const dynamic = view.nodes.filter((node) => node.keyword('$dynamicRef') !== undefined)
  const found = [...unevaluatedOf(view).unclear, ...dynamic.map((node) => ({ node, keyword: '$dynamicRef' }))]
  const [node] = view.nodes
  return view.scope?.cut === true && node !== undefined ? [...found, { node, keyword: 'allOf' }] : found
}

function unlike(to: View, from: View, { same }: Asking): readonly Unclear[] {
  const given = unclearIn(from)
  return unclearIn(to).filter(({ node, keyword }) => {
    return !given.some((one) => one.keyword === keyword && same(one.node, node))
  })
}

function hasTooManyPatterns(to: View, from: View, { same }: Asking): boolean {
  if ((to.kinds & from.kinds & KIND.mapping) === 0 || combinationsOf(from, to) !== undefined) return false
  return to.nodes.length !== from.nodes.length || !to.nodes.every((node, i) => same(node, from.nodes[i] ?? node))
}

/** Keywords whose effect cannot be worked out from the schema alone. */
export const unclear: Aspect = {
  asksMore: (to, from, asking) => unlike(to, from, asking).length > 0 || hasTooManyPatterns(to, from, asking),
  tell: ({ base, head }, asking) => {
    const differences = unlike(head, base, asking).map(({ node, keyword }): Difference => {
      return { level: 'major', keyword, message: unclearMessage(keyword), head: { node, keyword } }
    })
    for (const { node, keyword } of unlike(base, head, asking)) {
      if (!differences.some((one) => one.keyword === keyword)) {
        differences.push({ level: 'minor', keyword, message: say`${name(keyword)} is gone`, base: { node, keyword } })
      }
    }
    if (hasTooManyPatterns(head, base, asking)) {
      const keyword = 'patternProperties'
      differences.push({ level: 'major', keyword, message: PATTERNS, ...spots(saying(base, keyword), saying(head, keyword)) })
    }
    return differences
  },
}

function unclearMessage(keyword: string): Message {
  return say`${name(keyword)} is there with something else around it, and what that comes to is not compared: taken for the worst`
}

const PATTERNS = say`there are too many patterns for keys to compare what they come to: taken for the worst`
