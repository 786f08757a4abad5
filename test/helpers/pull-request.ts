import { Collector } from '../../src/core/collector.ts'
import type { AccessResult } from '../../src/core/access.ts'
import type { DangerResult, FileChange } from '../../src/core/danger.ts'
import { CONFIG_FILE } from '../../src/core/config.ts'
import { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'
import { diff } from '../../src/queries/diff.ts'
import { ownersIn } from '../../src/queries/owners.ts'
import { sealedChanges } from '../../src/queries/sealed-changes.ts'
import { schemaDiff } from '../../src/queries/schema-diff.ts'
import { demandsOf, type AccessInput } from '../../src/stages/access/demands.ts'
import { dangersOf } from '../../src/stages/danger/danger.ts'
import type { ChangedText, DangerInput, DangerSide } from '../../src/stages/danger/input.ts'
import type { DiffResult } from '../../src/core/results.ts'
import type { Workspace } from '../../src/workspace.ts'
import { openFiles } from './memory.ts'
import type { Files } from './repository.ts'

/** Two states of a repository in memory, as a pull request has them. */
export interface PullRequest {
  readonly base: Workspace
  readonly head: Workspace
  readonly result: DiffResult
  readonly input: DangerInput
}

/** Opens both states and compares them. */
export async function pullRequest(before: Files, after: Files): Promise<PullRequest> {
  const { workspace: base } = await openFiles(before)
  const { workspace: head } = await openFiles(after)
  const collectors = () => ({ base: new Collector(), head: new Collector() })
  const result = await diff({ base, head, selection: {}, collectors: collectors() })
  const { kinds: schemas } = await schemaDiff({ base, head, kinds: [], collectors: collectors() })
  const [files, texts] = [fileChanges(before, after), changedTexts(before, after)]
  const input = {
    base: await sideOf(base),
    head: await sideOf(head),
    changes: result.changes,
    documents: head.discovery.documents.size,
    schemas,
    files,
    texts,
    sealed: (await sealedChanges({ base, head, files, texts })).changes,
  }
  return { base, head, result, input }
}

export async function dangersBetween(
  before: Files,
  after: Files,
  more: Partial<DangerInput> = {},
): Promise<DangerResult> {
  const { input } = await pullRequest(before, after)
  return dangersOf({ ...input, ...more })
}

export type PeopleInput = Pick<AccessInput, 'author' | 'reviews' | 'teams'>

export async function demandsBetween(before: Files, after: Files, people: PeopleInput = {}): Promise<AccessResult> {
  const { base, head, result } = await pullRequest(before, after)
  return demandsOf({ base, head, changes: result.changes, ...people })
}

async function sideOf(workspace: Workspace): Promise<DangerSide> {
  const { config, environments, schemas, discovery } = workspace
  return {
    config,
    ...(config.given ? { configTree: await treeOf(workspace, CONFIG_FILE) } : {}),
    environments,
    ownersOf: ownersIn(discovery),
    schemaOf: (kind) => schemas.of(kind)?.root,
  }
}

function treeOf({ reader }: Workspace, path: string): Promise<Tree> {
  return reader.whole(new Collector(), () => reader.trees(path, { stream: false }, () => {})[0] as Tree)
}

function fileChanges(before: Files, after: Files): readonly FileChange[] {
  const changes: FileChange[] = []
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[path] === undefined) changes.push({ path, kind: 'added' })
    else if (after[path] === undefined) changes.push({ path, kind: 'removed' })
    else if (String(before[path]) !== String(after[path])) changes.push({ path, kind: 'changed' })
  }
  return changes
}

function changedTexts(before: Files, after: Files): readonly ChangedText[] {
  return fileChanges(before, after).filter(({ kind }) => kind !== 'removed').map(({ path }) => {
    const was = before[path]
    return { source: new Source(path, String(after[path])), ...(was === undefined ? {} : { before: String(was) }) }
  })
}
