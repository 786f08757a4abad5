/**
 * Where the time of a cold `check` goes: the same work in one process, by stage. Times exclude one another, so they
 * add up to the whole; `start` is Node.js itself and the loading of the code. Prints one line of JSON, milliseconds by
 * stage.
 *
 *     node bench/stages.ts <root>     unbundled: with the parser as it is installed; `npm run bench` measures bundled
 */
import { workingTree } from '../src/adapters/files.ts'
import { Collector } from '../src/core/collector.ts'
import type { Snapshot } from '../src/core/ports.ts'
import { evaluate, link, openWorkspace } from '../src/pipeline.ts'
import type { Reader } from '../src/reading.ts'
import { checkText } from '../src/report/terminal.ts'
import { plain } from '../src/report/style.ts'
import { verdict } from '../src/report/verdict.ts'
import { selectDocuments, selectEnvironments } from '../src/queries/selection.ts'

const STAGES = ['start', 'list', 'discover', 'read', 'parse', 'merge', 'link', 'report'] as const
type Stage = (typeof STAGES)[number]

const times = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]))
let current: Stage = 'start'
let since = 0

/** Time goes to the innermost stage. */
function enter(stage: Stage): Stage {
  const outer = current
  const now = performance.now()
  times.set(outer, (times.get(outer) ?? 0) + now - since)
  current = stage
  since = now
  return outer
}

function within<T>(stage: Stage, work: () => T): T {
  const outer = enter(stage)
  const result = work()
  enter(outer)
  return result
}

function timedSnapshot(snapshot: Snapshot): Snapshot {
  return { ...snapshot, read: (path) => within('read', () => snapshot.read(path)) }
}

/** In place: what targets of references are read with is the same reader. */
function timeParsing(reader: { -readonly [K in keyof Reader]: Reader[K] }): void {
  const { trees, keptTrees } = reader
  reader.trees = (path, how, report) => within('parse', () => trees(path, how, report))
  reader.keptTrees = (path, how) => within('parse', () => keptTrees(path, how))
}

const root = process.argv[2] ?? '.'
enter('list')
// As the command line does where there is no cairn.yaml.
const snapshot = workingTree(root, ['environments'])
enter('discover')
const collector = new Collector()
const { report } = collector
const workspace = await openWorkspace(timedSnapshot(snapshot), {}, collector)
timeParsing(workspace.reader)
enter('merge')
const environments = selectEnvironments(workspace, {})
const documents = selectDocuments(workspace, {})
let effectiveDocuments = 0
for (const document of documents) {
  effectiveDocuments += await workspace.reader.whole(collector, () => {
    const concrete = evaluate(workspace, document, environments, report).filter((one) => !one.environment.abstract)
    within('link', () => { for (const effective of concrete) link(workspace, effective, report) })
    return concrete.length
  })
  collector.close()
}
enter('report')
const findings = collector.findings()
const counts = { documents: documents.length, effectiveDocuments }
const result = { ...counts, findings, snapshot: snapshot.label, environments: [], notChecked: [] }
const text = checkText(result, verdict(findings), plain)
process.stderr.write(text)
enter('start')
process.stdout.write(JSON.stringify(Object.fromEntries(times)) + '\n')
