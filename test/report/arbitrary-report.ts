import fc from 'fast-check'
import type { EncryptedFileChange } from '../../src/core/encrypted-file.ts'
import { TAKES } from '../../src/core/review.ts'
import { SEVERITIES } from '../../src/core/rules.ts'
import type {
  ReportedChange, ReportedDemand, ReportedEdit, ReportedFinding, ReportedSide, ReviewReport,
} from '../../src/report/review/report.ts'
import { sentenceOf } from '../../src/report/review/sentence.ts'
import { HOSTILE } from './findings.ts'

/** What may stand in a report that somebody else wrote: any text. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('production', 'services/db', '/pool/max', 'environments/base/services/db.yaml') },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 2, arbitrary: fc.array(fc.constantFrom(...HOSTILE, '\\', '|', '`', ' ', 'a', '\n', '@b', 'GH-1', '0123456789012345678901234567890123456789'), { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
)
const names = fc.uniqueArray(text, { maxLength: 9 })
/** No file has no name. */
const file = text.map((path) => (path.trim() === '' ? 'a' : path))
const location = fc.oneof(
  fc.record({ file, line: fc.nat(9999), column: fc.nat(99) }),
  fc.record({ file }),
  fc.record({ variable: text }),
  fc.record({ environment: text }),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })
/** Without the keys that have no value. */
const dense = <T extends object>(record: fc.Arbitrary<T>): fc.Arbitrary<T> => {
  return record.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T)
}

const finding = (rules: fc.Arbitrary<string>): fc.Arbitrary<ReportedFinding> => dense(fc.record({
  rule: rules,
  severity: fc.constantFrom(...SEVERITIES),
  message: text,
  at: location,
  related: fc.array(fc.tuple(text, location).map(([message, at]) => ({ message, ...at })), { maxLength: 14 }),
  environments: names,
  since: fc.constantFrom('new', 'known', undefined),
  side: fc.constantFrom('base', undefined),
})).map(({ at, ...rest }) => ({ ...rest, ...at }) as unknown as ReportedFinding)

const side: fc.Arbitrary<ReportedSide> = dense(fc.record({
  shown: text, location: maybe(location), via: maybe(location), targets: maybe(names), shadowed: fc.array(location, { maxLength: 5 }),
})) as fc.Arbitrary<ReportedSide>

const change: fc.Arbitrary<ReportedChange> = dense(fc.record({
  document: text, pointer: text, beforePointer: maybe(text), kind: fc.constantFrom('added', 'removed', 'changed'),
  whole: fc.constantFrom(true, undefined), reload: fc.constantFrom('hot', 'restart', undefined), risky: fc.constantFrom(true, undefined),
  removedBy: maybe(location), before: maybe(side), after: maybe(side), environments: names,
})) as fc.Arbitrary<ReportedChange>

const edit: fc.Arbitrary<ReportedEdit> = fc.record({
  document: text, pointer: text, kind: fc.constantFrom('added', 'layer-removed'), edit: location, reason: fc.constant('overridden'), message: text, environments: names,
})

const encryptedFile: fc.Arbitrary<EncryptedFileChange> = dense(fc.record({
  file, threshold: maybe(fc.record({ before: fc.nat(9), after: fc.nat(9) })),
  recipients: fc.array(dense(fc.record({ kind: fc.constantFrom('added', 'removed'), type: text, recipient: text, alias: maybe(text), location })), { maxLength: 14 }),
})) as fc.Arbitrary<EncryptedFileChange>

const state = fc.constantFrom('approved', 'missing', 'undecided')
const demand: fc.Arbitrary<ReportedDemand> = dense(fc.record({
  name: maybe(text), location, state,
  changes: fc.array(fc.record({ document: text, pointer: text, environments: names }), { maxLength: 5 }),
  roles: fc.array(fc.record({
    role: text, users: names, teams: names, approvals: fc.integer({ min: 1, max: 9 }), approvedBy: names, objectedBy: names, missing: fc.nat(9), unknownTeams: names, state,
  }), { maxLength: 4 }),
})) as fc.Arbitrary<ReportedDemand>

const environment = dense(fc.record({
  name: text, protected: fc.boolean(), abstract: fc.boolean(), state: fc.constantFrom('same', 'changed', 'added', 'removed'),
  parents: maybe(fc.record({ before: names, after: names })), changed: fc.nat(9), risky: fc.nat(2), shadowed: fc.nat(2), failed: fc.nat(2),
}))

/** Any report, as long as its shape is that of `schemas/output/report.json`; the more items the larger `size` is. */
export function anyReport(size: number): fc.Arbitrary<ReviewReport> {
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: size })
  const rest = fc.record({
    verdict: fc.constantFrom('pass', 'fail'), snapshot: text, base: maybe(text), because: text, noBase: text, version: text, perEnvironment: some(environment),
    findings: some(finding(fc.oneof(text, fc.constant('validate/range')))), dangers: some(finding(fc.constantFrom('danger/breadth', 'danger/resources'))),
    silenced: some(fc.record({ finding: finding(text), reason: text, location, until: text })), changes: some(change), shadowed: some(edit), encryptedFiles: some(encryptedFile),
    applying: some(fc.record({ document: text, takes: fc.constantFrom(...TAKES), environments: names })),
    reaches: some(fc.record({ environments: names, protected: fc.boolean(), documents: names, dependents: fc.array(fc.record({ document: text, way: names }), { maxLength: 4 }) })),
    demands: some(demand), access: state, routine: maybe(fc.record({ values: fc.nat(9), keys: names })),
    undecided: some(fc.record({ message: text, location, environments: names })), notChecked: some(text),
    timing: some(fc.record({ stage: fc.constantFrom('check', 'compare'), took: fc.double({ min: 0, max: 1e6, noNaN: true }) })), asked: names,
  })
  return rest.map(({ version, reaches, demands, access, base, because, noBase, routine, ...more }) => {
    const counts = { error: 0, warning: 0, note: 0 }
    for (const { severity } of [...more.findings, ...more.dangers]) counts[severity]++
    const report = {
      ...more, version: 1, tool: { name: 'cairn', version }, failOn: 'error', summary: '', counts, documents: 3, effectiveDocuments: 6,
      environments: ['production'], judgedBy: 'base', ...(base === undefined ? { noBase } : { base, because, files: 1, compared: 1, baseErrors: 0 }),
      ...(routine === undefined ? {} : { routine }),
      reach: { reaches, environments: 1, protected: 0, documents: 1, dependents: 1 }, access: { judgedBy: 'head', state: access, demands },
    } as unknown as ReviewReport
    return { ...report, summary: sentenceOf(report) }
  })
}
