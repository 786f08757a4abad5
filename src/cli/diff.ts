import { commitTree, createBlobs, defaultBase } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import { openWorkspace } from '../pipeline.ts'
import { diff } from '../queries/diff.ts'
import { inert } from '../report/inert.ts'
import { diffText } from '../report/changes.ts'
import { diffJson } from '../report/json.ts'
import { diffMarkdown } from '../report/markdown.ts'
import { showSnapshot } from '../report/show.ts'
import { openSnapshot, rootOf } from './open.ts'
import type { DiffOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

export interface Range {
  readonly base: string | undefined
  readonly head: string | undefined
}

export async function runDiff(range: Range, options: DiffOptions, terminal: Terminal): Promise<number> {
  const collectors = { base: new Collector(), head: new Collector() }
  const root = rootOf(options, terminal)
  // One store of contents for both sides: what they share is fetched once.
  const blobs = createBlobs(root)
  const base = commitTree(root, range.base ?? baseOf(root, terminal), { blobs })
  const head = range.head === undefined ? openSnapshot(root, undefined) : commitTree(root, range.head, { blobs })
  const result = await diff({
    base: await openWorkspace(base, terminal.variables, collectors.base),
    head: await openWorkspace(head, terminal.variables, collectors.head),
    selection: { environments: options.environment, documents: options.document },
    collectors,
  })
  if (options.format === 'json') writeJson(terminal, diffJson(result))
  else if (options.format === 'markdown') terminal.out(inert(diffMarkdown(result)))
  else terminal.out(inert(diffText(result, terminal.outStyle)))
  return tellFindings(result.findings, terminal)
}

/** The base where none was named; says which it is. Without a default branch: HEAD, so that uncommitted edits show. */
function baseOf(root: string, terminal: Terminal): string {
  const found = defaultBase(root)
  const told = found.commit === undefined ? `HEAD: ${found.reason}` : `${showSnapshot(found.commit)}, ${found.because}`
  terminal.err(terminal.errStyle('dim', `comparing with ${told}`) + '\n')
  return found.commit ?? 'HEAD'
}
