import type { SnapshotEntry } from '../../core/ports.ts'

/** What the mode of an index or tree entry says the file is, in octal as Git prints it (git-fast-import(1)). */
export function typeOfMode(mode: string): SnapshotEntry['type'] {
  if (mode === '120000') return 'symlink'
  return mode === '160000' ? 'submodule' : 'file'
}
