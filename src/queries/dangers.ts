import type { Change } from '../core/change.ts'
import { Collector, compareText } from '../core/collector.ts'
import type { DangerResult, FileChange } from '../core/danger.ts'
import { say, type Message } from '../core/message.ts'
import { mayBeSealed } from '../core/sops/sealed-change.ts'
import { Source } from '../core/source.ts'
import { dangersOf } from '../stages/danger/danger.ts'
import type { ChangedText, DangerSide } from '../stages/danger/input.ts'
import { movedDocuments } from '../stages/danger/moved-documents.ts'
import { renamesOf, type Renames } from '../stages/danger/renames.ts'
import type { Workspace } from '../workspace.ts'
import { comparisonOf } from './affected.ts'
import { ownersIn } from './owners.ts'
import { schemaChanges } from './schema-diff.ts'
import type { AskHistory, SealedChanges } from './sealed-changes.ts'

export interface DangersInput {
  readonly base: Workspace
  readonly head: Workspace
  /** Effective changes, folded over environments. */
  readonly changes: readonly Change[]
  /** `2027-01-31`. Absent: no silence has ended. */
  readonly today?: string
  /** Files that change outside of the configuration repository, seen from there. */
  readonly outside?: readonly FileChange[]
  /** Absent: whether secrets were rolled back is told as far as the two states tell. */
  readonly history?: AskHistory
}

export interface Dangers {
  readonly dangers: DangerResult
  /** The files that are not the same, sorted by path. */
  readonly files: readonly FileChange[]
  /** Of how many kinds the schema changes. */
  readonly schemas: number
  readonly renames: Renames
  /** What could not be found out. */
  readonly notChecked: readonly Message[]
}

/** What is dangerous about the change from one state to another. Both list all of their files. */
export async function dangersBetween(input: DangersInput): Promise<Dangers> {
  const { base, head, changes, today, outside } = input
  const files = changedFiles(base, head)
  const schemas = schemaChanges(base, head)
  const texts = textsOf(files, { base, head })
  const sealed = await sealedBetween(input, { files, texts })
  const sides = { base: await sideOf(base), head: await sideOf(head) }
  const moved = movedDocuments({ ...sides, changes })
  const dangers = dangersOf({
    ...sides,
    changes,
    moved,
    documents: head.discovery.documents.size,
    schemas,
    files,
    texts,
    sealed: sealed.changes,
    ...(outside === undefined ? {} : { outside }),
    ...(today === undefined ? {} : { today }),
  })
  return { dangers, files, schemas: schemas.length, renames: renamesOf(moved), notChecked: unknownOf(sealed) }
}

/** What knows SOPS is loaded only where an encrypted file may be among those that changed. */
async function sealedBetween(
  { base, head, history }: DangersInput,
  { files, texts }: { readonly files: readonly FileChange[]; readonly texts: readonly ChangedText[] },
): Promise<SealedChanges> {
  if (!texts.some(({ source, before = '' }) => mayBeSealed(source.text) || mayBeSealed(before))) return { changes: [] }
  const { sealedChanges } = await import('./sealed-changes.ts')
  return sealedChanges({ base, head, files, texts, ...(history === undefined ? {} : { history }) })
}

function unknownOf({ unknown }: SealedChanges): Message[] {
  if (unknown === undefined) return []
  const files = unknown.files === 1 ? say`an encrypted file` : say`${unknown.files} encrypted files`
  const why = unknown.because === 'cut off'
    ? say`this clone does not have all of the history; fetch-depth: 0 of actions/checkout, or git fetch --unshallow, brings it`
    : say`that is asked of the first ones only, where so many change`
  return [say`whether something in ${files} that change is as it was before the base: ${why}`]
}

function changedFiles(base: Workspace, head: Workspace): FileChange[] {
  const { same } = comparisonOf(base, head)
  const [before, after] = [pathsOf(base), pathsOf(head)]
  const changes: FileChange[] = []
  for (const path of after) {
    if (!before.has(path)) changes.push({ path, kind: 'added' })
    else if (!same(path)) changes.push({ path, kind: 'changed' })
  }
  for (const path of before) if (!after.has(path)) changes.push({ path, kind: 'removed' })
  return changes.sort((a, b) => compareText(a.path, b.path))
}

function pathsOf({ snapshot }: Workspace): ReadonlySet<string> {
  return new Set(snapshot.entries.map(({ path }) => path))
}

async function sideOf({ config, environments, schemas, reader, discovery }: Workspace): Promise<DangerSide> {
  // What is wrong with it was told when the workspace was opened.
  const configTree = await reader.whole(new Collector(), () => reader.config(() => {}))
  return {
    config,
    ...(configTree === undefined ? {} : { configTree }),
    environments,
    ownersOf: ownersIn(discovery),
    schemaOf: (kind) => schemas.of(kind)?.root,
  }
}

function textsOf(files: readonly FileChange[], { base, head }: Pick<DangersInput, 'base' | 'head'>): ChangedText[] {
  const there = files.filter(({ kind }) => kind !== 'removed')
  head.snapshot.prefetch(there.map(({ path }) => path))
  base.snapshot.prefetch(there.filter(({ kind }) => kind === 'changed').map(({ path }) => path))
  const texts: ChangedText[] = []
  for (const { path, kind } of there) {
    const text = textAt(head, path)
    const before = kind === 'changed' ? textAt(base, path) : undefined
    if (text !== undefined) texts.push({ source: new Source(path, text), ...(before === undefined ? {} : { before }) })
  }
  return texts
}

/** `undefined` for what cannot be read and for what is no text: it has a zero byte, as Git tells binary files. */
function textAt({ reader }: Workspace, path: string): string | undefined {
  const bytes = reader.bytes(path)
  return bytes === undefined || bytes.includes(0) ? undefined : bytes.toString('utf8').replace(/^\ufeff/, '')
}
