/**
 * Where the time of a cold `diff` of two commits goes, in one process. Times exclude one another; `start` is Node.js
 * itself and the loading of the code, `find` tells which documents a change can affect. Prints one line of JSON,
 * milliseconds by stage.
 *
 *     node bench/diff-stages.ts <root>     compares HEAD~1 with HEAD
 */
import { engines } from '../src/adapters/engines.ts'
import { commitTree, createBlobs } from '../src/adapters/git.ts'
import { Collector } from '../src/core/collector.ts'
import type { Snapshot } from '../src/core/ports.ts'
import { openWorkspace } from '../src/pipeline.ts'
import { affectedDocuments } from '../src/queries/affected.ts'
import { diff } from '../src/queries/diff.ts'
import { diffText } from '../src/report/changes.ts'
import { plain } from '../src/report/style.ts'
import type { Reader } from '../src/reading.ts'
import { stageTimes } from './stage-times.ts'

const { times, enter, within } = stageTimes(
  ['start', 'list', 'discover', 'read', 'find', 'merge and diff', 'parse', 'report'],
)

const timed = (snapshot: Snapshot): Snapshot => ({ ...snapshot, read: (path) => within('read', () => snapshot.read(path)) })

function timeParsing(reader: { -readonly [K in keyof Reader]: Reader[K] }): void {
  const { trees } = reader
  reader.trees = (path, how, report) => within('parse', () => trees(path, how, report))
}

const root = process.argv[2] ?? '.'
enter('list')
const blobs = createBlobs(root)
const before = commitTree(root, 'HEAD~1', { blobs })
const after = commitTree(root, 'HEAD', { blobs, like: before })
enter('discover')
const collectors = { base: new Collector(), head: new Collector() }
const common = { variables: {}, engines }
const base = await openWorkspace({ ...common, snapshot: timed(before), isBase: true }, collectors.base)
const head = await openWorkspace({ ...common, snapshot: timed(after), like: base }, collectors.head)
for (const { reader } of [base, head]) timeParsing(reader)
enter('find')
await affectedDocuments(base, head, {})
enter('merge and diff')
const result = await diff({ base, head, collectors, selection: {} })
enter('report')
process.stderr.write(diffText(result, plain))
enter('start')
process.stdout.write(JSON.stringify(Object.fromEntries(times)) + '\n')
