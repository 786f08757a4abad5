import type { Change } from '../core/change.ts'
import { Collector, compareText } from '../core/collector.ts'
import type { DangerResult, FileChange } from '../core/danger.ts'
import { Source } from '../core/source.ts'
import { dangersOf } from '../stages/danger/danger.ts'
import type { ChangedText, DangerSide } from '../stages/danger/input.ts'
import type { Workspace } from '../workspace.ts'
import { comparisonOf } from './affected.ts'
import { schemaChanges } from './schema-diff.ts'

export interface DangersInput {
  readonly base: Workspace
  readonly head: Workspace
  /** Effective changes, folded over environments. */
  readonly changes: readonly Change[]
  /** `2027-01-31`. Absent: no silence has ended. */
  readonly today?: string
}

export interface Dangers {
  readonly dangers: DangerResult
  /** The files that are not the same, sorted by path. */
  readonly files: readonly FileChange[]
  /** Of how many kinds the schema changes. */
  readonly schemas: number
}

export const NO_DANGERS: DangerResult = { findings: [], silenced: [], judgedBy: 'base' }

/** What is dangerous about the change from one state to another. Both list all of their files. */
export async function dangersBetween({ base, head, changes, today }: DangersInput): Promise<Dangers> {
  const files = changedFiles(base, head)
  const schemas = schemaChanges(base, head)
  const dangers = dangersOf({
    base: await sideOf(base),
    head: await sideOf(head),
    changes,
    documents: head.discovery.documents.size,
    schemas,
    files,
    texts: textsOf(files, { base, head }),
    ...(today === undefined ? {} : { today }),
  })
  return { dangers, files, schemas: schemas.length }
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

async function sideOf({ config, environments, schemas, reader }: Workspace): Promise<DangerSide> {
  // What is wrong with it was told when the workspace was opened.
  const configTree = await reader.whole(new Collector(), () => reader.config(() => {}))
  return {
    config,
    ...(configTree === undefined ? {} : { configTree }),
    environments,
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
