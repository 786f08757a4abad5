import type { Snapshot } from '../../src/core/ports.ts'

/** Everything that a snapshot holds: path → its text (latin1, so that every byte counts) or the problem in brackets. */
export function readAll(snapshot: Snapshot): Record<string, string> {
  snapshot.prefetch(snapshot.entries.map(({ path }) => path))
  return Object.fromEntries(snapshot.entries.map(({ path }) => [path, readText(snapshot, path)]))
}

export function readText(snapshot: Snapshot, path: string): string {
  const { bytes, problem } = snapshot.read(path)
  return bytes === undefined ? `[${problem}]` : bytes.toString('latin1')
}

export function pathsOf(snapshot: Snapshot): string[] {
  return snapshot.entries.map(({ path }) => path)
}
