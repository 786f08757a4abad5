/**
 * Where the time of a cold `check` goes: the same work in one process, by stage. Times exclude one another, so they
 * add up to the whole; `start` is Node.js itself and the loading of the code, `discover` has schemas too, `merge`
 * typing and defaults, `judge` names and consistency. Prints one line of JSON, milliseconds by stage.
 *
 *     node bench/stages.ts <root>     unbundled: with the parser as it is installed; `npm run bench` measures bundled
 */
import { workingTree } from '../src/adapters/files.ts'
import { Collector } from '../src/core/collector.ts'
import type { Effective } from '../src/core/effective.ts'
import type { Snapshot } from '../src/core/ports.ts'
import { engines } from '../src/adapters/engines.ts'
import { reportConcerns } from '../src/concerns.ts'
import { NameRun } from '../src/naming.ts'
import { evaluate, link, openWorkspace } from '../src/pipeline.ts'
import type { Reader } from '../src/reading.ts'
import { checkText } from '../src/report/terminal.ts'
import { plain } from '../src/report/style.ts'
import { verdict } from '../src/report/verdict.ts'
import { provenanceIn } from '../src/provenance.ts'
import { createConsistency } from '../src/stages/consistency/consistency.ts'
import { validateDocument } from '../src/stages/validate/validate.ts'
import { selectDocuments, selectEnvironments } from '../src/queries/selection.ts'
import { stageTimes } from './stage-times.ts'

const STAGES = ['start', 'list', 'discover', 'read', 'parse', 'merge', 'link', 'validate', 'judge', 'report'] as const
const { times, enter, within } = stageTimes(STAGES)

function timedSnapshot(snapshot: Snapshot): Snapshot {
  return { ...snapshot, read: (path) => within('read', () => snapshot.read(path)) }
}

/** In place: what targets of references are read with is the same reader. */
function timeParsing(reader: { -readonly [K in keyof Reader]: Reader[K] }): void {
  const { trees, keptTrees } = reader
  reader.trees = (path, how, report) => within('parse', () => trees(path, how, report))
  reader.keptTrees = (path, how) => within('parse', () => keptTrees(path, how))
}

/** What `check` does with an effective document. */
function finish(effective: Effective) {
  const { document, environment } = effective
  const linked = within('link', () => link(workspace, effective, report))
  const schema = workspace.schemas.of(document.kind)
  if (schema?.usable === true) {
    const run = { validator: engines.validator, report, provenance: provenanceIn(workspace, environment) }
    within('validate', () => validateDocument(linked, schema.root, run))
  }
  return { linked, root: schema?.root, edges: within('judge', () => names.check(linked, report)) }
}

const root = process.argv[2] ?? '.'
enter('list')
// As the command line does where there is no cairn.yaml.
const snapshot = workingTree(root, ['environments', 'schemas'])
enter('discover')
const collector = new Collector()
const { report } = collector
const workspace = await openWorkspace({ snapshot: timedSnapshot(snapshot), variables: {}, engines }, collector)
timeParsing(workspace.reader)
enter('merge')
const environments = selectEnvironments(workspace, {})
const documents = selectDocuments(workspace, {})
const names = new NameRun(workspace)
const consistency = createConsistency({ rules: workspace.config.rules, documents: 'all' })
let effectiveDocuments = 0
for (const document of documents) {
  const done = await workspace.reader.whole(collector, () => {
    const concrete = evaluate(workspace, document, environments, report).filter((one) => !one.environment.abstract)
    return concrete.map(finish)
  })
  within('judge', () => {
    for (const { linked, root: schema, edges } of done) {
      names.add(linked.effective.environment.name, edges)
      consistency.add(linked, schema)
    }
  })
  effectiveDocuments += done.length
  collector.close()
}
enter('judge')
await reportConcerns(workspace, [...names.circles(), ...consistency.concerns()], collector)
enter('report')
const findings = collector.findings()
const counts = { documents: documents.length, effectiveDocuments }
const result = { ...counts, findings, snapshot: snapshot.label, environments: [], undecided: [], notChecked: [] }
const text = checkText(result, verdict(findings), plain)
process.stderr.write(text)
enter('start')
process.stdout.write(JSON.stringify(Object.fromEntries(times)) + '\n')
