import { compareText } from '../../core/collector.ts'
import type { Change, ShadowedEdit } from '../../core/change.ts'
import type { Environment } from '../../core/environment.ts'
import type { SettledFinding } from '../../core/finding.ts'
import type { EnvironmentReview } from '../../core/review.ts'

export interface EnvironmentsInput {
  /** Absent where there is no base. */
  readonly base?: ReadonlyMap<string, Environment>
  readonly head: ReadonlyMap<string, Environment>
  readonly isSelected: (name: string) => boolean
  readonly changes: readonly Change[]
  readonly shadowed: readonly ShadowedEdit[]
  readonly dangers: readonly SettledFinding[]
  readonly findings: readonly SettledFinding[]
}

/** What happens to each environment; protected ones first, then those in which most is wrong or changes. */
export function reviewEnvironments(input: EnvironmentsInput): EnvironmentReview[] {
  const { base, head, isSelected } = input
  const counts = {
    changed: countIn(input.changes),
    risky: countIn(input.dangers),
    shadowed: countIn(input.shadowed),
    failed: countIn(input.findings.filter(({ severity }) => severity === 'error')),
  }
  const reviews: EnvironmentReview[] = []
  for (const name of new Set([...head.keys(), ...(base?.keys() ?? [])])) {
    const [before, after] = [base?.get(name), head.get(name)]
    const one = after ?? before
    if (one === undefined || !isSelected(name)) continue
    const state = base === undefined || (before && after) ? 'same' : after === undefined ? 'removed' : 'added'
    const parents = parentsOf(before, after)
    if (one.abstract && state === 'same' && parents === undefined) continue
    const changed = counts.changed.get(name) ?? 0
    reviews.push({
      name,
      protected: before?.protected === true || after?.protected === true,
      abstract: one.abstract,
      state: state === 'same' && (changed > 0 || parents !== undefined) ? 'changed' : state,
      ...(parents === undefined ? {} : { parents }),
      changed,
      risky: counts.risky.get(name) ?? 0,
      shadowed: counts.shadowed.get(name) ?? 0,
      failed: counts.failed.get(name) ?? 0,
    })
  }
  return reviews.sort(byWeight)
}

function countIn(items: readonly { readonly environments: readonly string[] }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { environments } of items) for (const name of environments) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function parentsOf(before: Environment | undefined, after: Environment | undefined): EnvironmentReview['parents'] {
  if (before === undefined || after === undefined) return undefined
  const parentNames = ({ definition }: Environment): string[] => definition.inherits.map(({ name }) => name)
  const [was, is] = [parentNames(before), parentNames(after)]
  return was.length === is.length && was.every((name, i) => name === is[i]) ? undefined : { before: was, after: is }
}

function byWeight(a: EnvironmentReview, b: EnvironmentReview): number {
  return (
    Number(b.protected) - Number(a.protected) ||
    b.failed - a.failed ||
    b.risky - a.risky ||
    b.changed - a.changed ||
    compareText(a.name, b.name)
  )
}
