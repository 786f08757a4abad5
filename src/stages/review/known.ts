import type { SettledFinding } from '../../core/finding.ts'
import type { ReviewedFinding } from '../../core/review.ts'

/**
 * Tells findings that the base has too from those that came with a change: by rule, message and file, whatever line
 * they stand in now. Where the head has more of them than the base, the last ones are new; so is one that the base does
 * not have in one of its environments.
 */
export function tellKnown(head: readonly SettledFinding[], base: readonly SettledFinding[]): ReviewedFinding[] {
  const known = new Map<string, SettledFinding[]>()
  for (const found of base) {
    const same = known.get(keyOf(found))
    if (same === undefined) known.set(keyOf(found), [found])
    else same.push(found)
  }
  return head.map((found) => {
    const same = known.get(keyOf(found)) ?? []
    const index = same.findIndex((one) => covers(one, found))
    if (index < 0) return { ...found, since: 'new' }
    same.splice(index, 1)
    return { ...found, since: 'known' }
  })
}

function keyOf({ rule, message, location: { file, variable, environment } }: SettledFinding): string {
  return [rule, message, file, variable, environment].join('\u0000')
}

function covers(base: SettledFinding, head: SettledFinding): boolean {
  if (base.severity !== head.severity) return false
  const environments = new Set(base.environments)
  return head.environments.every((one) => environments.has(one))
}
