import type { CompareResult } from '../core/results.ts'
import type { Change } from '../core/change.ts'
import type { Collector } from '../core/collector.ts'
import { hidingBoth } from '../core/strategy.ts'
import { evaluate, link } from '../pipeline.ts'
import { strategyFor } from '../provenance.ts'
import type { Workspace } from '../workspace.ts'
import { compareEnvironments } from '../stages/diff/compare.ts'
import { environmentNamed, selectDocuments, type Selection } from './selection.ts'

export interface CompareQuestion {
  readonly left: string
  readonly right: string
  readonly selection: Selection
}

export async function compare(
  workspace: Workspace,
  question: CompareQuestion,
  collector: Collector,
): Promise<CompareResult> {
  const left = environmentNamed(workspace, question.left)
  const right = environmentNamed(workspace, question.right)
  const changes: Change[] = []
  let compared = 0
  for (const document of selectDocuments(workspace, question.selection)) {
    await workspace.reader.whole(collector, () => {
      const sides = evaluate(workspace, document, [left, right], collector.report)
      const linked = new Map(sides.map((side) => [side.environment.name, link(workspace, side, collector.report)]))
      if (linked.size > 0) compared++
      const [from, to] = [linked.get(left.name), linked.get(right.name)]
      const strategy = hidingBoth(from && strategyFor(workspace, from), to && strategyFor(workspace, to))
      changes.push(...compareEnvironments(from, to, strategy))
    })
    collector.close()
  }
  const findings = collector.findings()
  return { snapshot: workspace.snapshot.label, left: left.name, right: right.name, changes, compared, findings }
}
