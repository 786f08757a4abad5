import type { DiffResult } from '../core/results.ts'
import type { Change, ShadowedEdit } from '../core/change.ts'
import type { Collector } from '../core/collector.ts'
import { compareText } from '../core/collector.ts'
import { parseDocumentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import type { Opener } from '../core/opener.ts'
import { reloadAt } from '../core/schema/reload.ts'
import { hidingBoth, type Strategy } from '../core/strategy.ts'
import { evaluate, link } from '../pipeline.ts'
import { strategyFor } from '../provenance.ts'
import { SecretFiles, watched } from '../secret-files.ts'
import type { Workspace } from '../workspace.ts'
import { diffLinked } from '../stages/diff/diff.ts'
import { foldChanges, foldShadowedEdits, type PerEnvironment } from '../stages/diff/fold.ts'
import { shadowedEdits } from '../stages/diff/edits.ts'
import { affectedDocuments } from './affected.ts'
import { encryptedFilesBetween } from './encrypted-between.ts'
import type { RecipientChanges } from './recipient-changes.ts'
import { announce, documentsOf, environmentNamed, isEverything, type Selection } from './selection.ts'

export interface DiffInput {
  readonly base: Workspace
  readonly head: Workspace
  readonly selection: Selection
  /** For the head's findings, and for the base's. */
  readonly collectors: { readonly base: Collector; readonly head: Collector }
  /** Opens encrypted files. Absent: what was encrypted anew may be another value or not. */
  readonly opener?: Opener
}

/** Compares the effective documents of two snapshots, reading only those whose inputs differ. */
export async function diff({ base, head, selection, collectors, opener }: DiffInput): Promise<DiffResult> {
  const changes: PerEnvironment<Change>[] = []
  const shadowed: PerEnvironment<ShadowedEdit>[] = []
  const wanted = environmentFilter(base, head, selection)
  const keys = await affectedDocuments(base, head, selection)
  for (const side of [base, head]) announce(side, documentsOf(side, keys))
  let recipients: RecipientChanges | undefined
  const files = { base: new SecretFiles(collectors.base), head: new SecretFiles(collectors.head) }
  for (const key of keys) {
    const before = await sideOf(base, key, { collector: collectors.base, selection, files: files.base })
    const after = await sideOf(head, key, { collector: collectors.head, selection, files: files.head })
    for (const environment of [...new Set([...before.keys(), ...after.keys()])].filter(wanted).sort(compareText)) {
      const sides = { before: before.get(environment), after: after.get(environment) }
      const strategy = strategyBetween({ base, head }, sides, key)
      const found = withReload(diffLinked(sides.before, sides.after, strategy), { base, head }, sides)
      if (recipients === undefined && (isEncrypted(sides.before) || isEncrypted(sides.after))) {
        recipients = new (await import('./recipient-changes.ts')).RecipientChanges({ base, head })
      }
      const all = [...found, ...(recipients?.between(sides.before, sides.after) ?? [])]
      if (all.length > 0) changes.push({ environment, changes: all })
      const edits = shadowedEdits({ before: sides.before?.effective, after: sides.after?.effective, changes: found })
      if (edits.length > 0) shadowed.push({ environment, changes: edits })
    }
    collectors.base.close()
    collectors.head.close()
  }
  const sealing = { base: { workspace: base, files: files.base }, head: { workspace: head, files: files.head } }
  return {
    base: base.snapshot.label,
    head: head.snapshot.label,
    changes: foldChanges(opener === undefined ? changes : await (await import('./resealed.ts')).settleResealed(changes, { opener, ...sealing })),
    shadowed: foldShadowedEdits(shadowed),
    encryptedFiles: isEverything(selection) ? await encryptedFilesBetween(base, head) : [],
    environmentsAdded: onlyIn(head, base),
    environmentsRemoved: onlyIn(base, head),
    compared: keys.length,
    baseErrors: collectors.base.findings().filter(({ severity }) => severity === 'error').length,
    findings: collectors.head.findings(),
  }
}

function isEncrypted(linked: Linked | undefined): boolean {
  return linked?.effective.layers.some(({ encrypted }) => encrypted) === true
}

interface Documents {
  readonly before: Linked | undefined
  readonly after: Linked | undefined
}

/** Notes what it takes to apply changes, by the schema of the side that has the value: the head's where both do. */
function withReload(
  changes: readonly Change[],
  { base, head }: Pick<DiffInput, 'base' | 'head'>,
  { before, after }: Documents,
): readonly Change[] {
  return changes.map((change) => {
    const side = change.after === undefined ? before : after
    const schemas = change.after === undefined ? base.schemas : head.schemas
    const root = side && schemas.of(side.effective.document.kind)?.root
    const tokens = change.after === undefined ? (change.beforeTokens ?? change.tokens) : change.tokens
    const reload = root && reloadAt(root, tokens, side.value)
    return reload === undefined ? change : { ...change, reload }
  })
}

interface SideOptions {
  readonly collector: Collector
  readonly selection: Selection
  /** Notes which encrypted files there are, and where they may be opened. */
  readonly files: SecretFiles
}

/** A document in the environments asked about by name, or in all that are not abstract. */
async function sideOf(
  workspace: Workspace,
  key: string,
  { collector, selection: { environments = [] }, files }: SideOptions,
): Promise<Map<string, Linked>> {
  const document = workspace.discovery.documents.get(key)
  if (document === undefined) return new Map()
  return workspace.reader.whole(collector, () => {
    const wanted = [...workspace.environments.values()].filter(({ name, abstract }) => {
      return environments.length === 0 ? !abstract : environments.includes(name)
    })
    const report = watched(collector, files)
    const effectives = evaluate(workspace, document, wanted, report)
    for (const effective of effectives) files.use(effective)
    return new Map(effectives.map((one) => [one.environment.name, link(workspace, one, report)]))
  })
}

interface LinkedSides {
  readonly before: Linked | undefined
  readonly after: Linked | undefined
}

/** How the head's schema merges, hiding what either side's calls a secret, or has by reference from one. */
function strategyBetween({ base, head }: Pick<DiffInput, 'base' | 'head'>, { before, after }: LinkedSides, key: string): Strategy | undefined {
  const kind = parseDocumentKey(key)?.kind ?? ''
  const was = before === undefined ? base.schemas.of(kind)?.strategy : strategyFor(base, before)
  const is = after === undefined ? head.schemas.of(kind)?.strategy : strategyFor(head, after)
  return hidingBoth(is, was)
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
