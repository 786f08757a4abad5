import { engines } from '../adapters/engines.ts'
import { commitTree, createBlobs, defaultBase } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import type { Snapshot } from '../core/ports.ts'
import { openSnapshot } from '../opening.ts'
import { openWorkspace } from '../pipeline.ts'
import { showSnapshot } from '../report/show.ts'
import type { Workspace } from '../workspace.ts'
import { rootOf, type WhereOptions } from './open.ts'
import type { Terminal } from './terminal.ts'

/** Two states as they are named on the command line. */
export interface Range {
  readonly base: string | undefined
  readonly head: string | undefined
}

export interface OpenedRange {
  readonly base: Workspace
  readonly head: Workspace
  /** What is wrong with the structure of each. */
  readonly collectors: { readonly base: Collector; readonly head: Collector }
}

export interface HowToOpen {
  /** The configuration repository; absent: the one that the working tree has. */
  readonly root?: string
  /** How the working tree is opened. */
  readonly workingTree?: (root: string) => Snapshot
}

/** Opens two states of a repository: what is not named is the usual base, and the working tree. */
export async function openRange(
  range: Range,
  where: Omit<WhereOptions, 'at'>,
  terminal: Terminal,
  { root = rootOf(where, terminal), workingTree = (root) => openSnapshot(root, undefined) }: HowToOpen = {},
): Promise<OpenedRange> {
  const collectors = { base: new Collector(), head: new Collector() }
  // One store of contents for both sides: what they share is fetched once.
  const blobs = createBlobs(root)
  const base = commitTree(root, range.base ?? baseOf(root, terminal), { blobs })
  const head = range.head === undefined ? workingTree(root) : commitTree(root, range.head, { blobs, like: base })
  const opening = { variables: terminal.variables, engines }
  const before = await openWorkspace({ ...opening, snapshot: base, isBase: true }, collectors.base)
  const after = await openWorkspace({ ...opening, snapshot: head, like: before }, collectors.head)
  return { base: before, head: after, collectors }
}

/** The base where none was named; says which it is. Without a default branch: HEAD, so that uncommitted edits show. */
function baseOf(root: string, terminal: Terminal): string {
  const found = defaultBase(root)
  const told = found.commit === undefined ? `HEAD: ${found.reason}` : `${showSnapshot(found.commit)}, ${found.because}`
  terminal.err(terminal.errStyle('dim', `comparing with ${told}`) + '\n')
  return found.commit ?? 'HEAD'
}
