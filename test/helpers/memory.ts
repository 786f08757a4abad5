import { engines } from '../../src/adapters/engines.ts'
import { Collector } from '../../src/core/collector.ts'
import type { Snapshot, SnapshotEntry } from '../../src/core/ports.ts'
import type { CheckResult } from '../../src/core/results.ts'
import { openWorkspace } from '../../src/pipeline.ts'
import type { Variables, Workspace } from '../../src/workspace.ts'
import { check, type CheckOptions } from '../../src/queries/check.ts'
import type { Files } from './repository.ts'

/** A snapshot of files in memory, for tests of the whole pipeline that need no Git. */
export function memory(files: Files): Snapshot {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]))
  const entries: SnapshotEntry[] = [...contents.keys()].sort().map((path) => ({ path, type: 'file' }))
  return {
    label: 'memory',
    entries,
    prefetch: () => {},
    read: (path) => {
      const bytes = contents.get(path)
      return bytes === undefined ? { problem: 'missing' } : { bytes }
    },
  }
}

export interface Opened {
  readonly workspace: Workspace
  readonly collector: Collector
}

export async function openFiles(files: Files, variables: Variables = {}): Promise<Opened> {
  const collector = new Collector()
  return { workspace: await openWorkspace({ snapshot: memory(files), variables, engines }, collector), collector }
}

export async function checkFiles(
  files: Files,
  variables: Variables = {},
  more: Partial<Pick<CheckOptions, 'opener' | 'today' | 'mayJudge'>> = {},
): Promise<CheckResult> {
  const { workspace, collector } = await openFiles(files, variables)
  return check(workspace, { selection: {}, collector, ...more })
}
