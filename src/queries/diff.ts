import type { DiffResult } from '../core/results.ts'
import type { Change, ShadowedEdit } from '../core/change.ts'
import type { Collector } from '../core/collector.ts'
import { compareText } from '../core/collector.ts'
import type { Linked } from '../core/effective.ts'
import { evaluate, link } from '../pipeline.ts'
import type { Workspace } from '../workspace.ts'
import { diffLinked } from '../stages/diff/diff.ts'
import { foldChanges, foldShadowedEdits, type PerEnvironment } from '../stages/diff/fold.ts'
import { shadowedEdits } from '../stages/diff/edits.ts'
import { affectedDocuments } from './affected.ts'
import { announce, documentsOf, environmentNamed, type Selection } from './selection.ts'

export interface DiffInput {
  readonly base: Workspace
  readonly head: Workspace
  readonly selection: Selection
  /** For the head's findings, and for the base's. */
  readonly collectors: { readonly base: Collector; readonly head: Collector }
}

/** Compares the effective documents of two snapshots, reading only those whose inputs differ. */
export async function diff({ base, head, selection, collectors }: DiffInput): Promise<DiffResult> {
  const changes: PerEnvironment<Change>[] = []
  const shadowed: PerEnvironment<ShadowedEdit>[] = []
  const wanted = environmentFilter(base, head, selection)
  const keys = affectedDocuments(base, head, selection)
  for (const side of [base, head]) announce(side, documentsOf(side, keys))
  for (const key of keys) {
    const before = await sideOf(base, key, { collector: collectors.base, selection })
    const after = await sideOf(head, key, { collector: collectors.head, selection })
    for (const environment of [...new Set([...before.keys(), ...after.keys()])].filter(wanted).sort(compareText)) {
      const sides = { before: before.get(environment), after: after.get(environment) }
      const found = diffLinked(sides.before, sides.after)
      if (found.length > 0) changes.push({ environment, changes: found })
      const edits = shadowedEdits({ before: sides.before?.effective, after: sides.after?.effective, changes: found })
      if (edits.length > 0) shadowed.push({ environment, changes: edits })
    }
    collectors.base.close()
    collectors.head.close()
  }
  return {
    base: base.snapshot.label,
    head: head.snapshot.label,
    changes: foldChanges(changes),
    shadowed: foldShadowedEdits(shadowed),
    environmentsAdded: onlyIn(head, base),
    environmentsRemoved: onlyIn(base, head),
    compared: keys.length,
    baseErrors: collectors.base.findings().filter(({ severity }) => severity === 'error').length,
    findings: collectors.head.findings(),
  }
}

interface SideOptions {
  readonly collector: Collector
  readonly selection: Selection
}

/** A document in the environments asked about by name, or in all that are not abstract. */
async function sideOf(
  workspace: Workspace,
  key: string,
  { collector, selection: { environments = [] } }: SideOptions,
): Promise<Map<string, Linked>> {
  const document = workspace.discovery.documents.get(key)
  if (document === undefined) return new Map()
  return workspace.reader.whole(collector, () => {
    const wanted = [...workspace.environments.values()].filter(({ name, abstract }) => {
      return environments.length === 0 ? !abstract : environments.includes(name)
    })
    const effectives = evaluate(workspace, document, wanted, collector.report)
    return new Map(effectives.map((one) => [one.environment.name, link(workspace, one, collector.report)]))
  })
}

function onlyIn(workspace: Workspace, other: Workspace): string[] {
  return [...workspace.environments.keys()].filter((name) => !other.environments.has(name))
}

/** An environment that only one side has can be named; one that neither has is a usage failure. */
function environmentFilter(
  base: Workspace,
  head: Workspace,
  { environments = [] }: Selection,
): (name: string) => boolean {
  for (const wanted of environments) if (!base.environments.has(wanted)) environmentNamed(head, wanted)
  return (name) => environments.length === 0 || environments.includes(name)
}
