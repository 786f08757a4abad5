import { Collector } from '../core/collector.ts'
import type { DocumentSources } from '../core/discovery.ts'
import { documentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import type { Finding } from '../core/finding.ts'
import { say } from '../core/message.ts'
import type { Tokens } from '../core/pointer.ts'
import type { DocumentEvidence, KindSchemaDiff } from '../core/schema-change.ts'
import { isSecretAt, type SchemaNode } from '../core/schema/schemas.ts'
import { evaluate, link } from '../pipeline.ts'
import { provenanceIn } from '../provenance.ts'
import type { Schemas } from '../schemas.ts'
import { validateDocument } from '../stages/validate/validate.ts'
import type { Workspace } from '../workspace.ts'
import { announce } from './selection.ts'

export interface EvidenceInput {
  readonly base: Workspace
  readonly head: Workspace
  /** Called after each document that is looked at. */
  readonly progress?: (done: number, total: number) => void
}

type Evidence = Pick<KindSchemaDiff, 'broken' | 'unreadable' | 'looked'>

/**
 * What documents show about a change of their kind's schema. Documents of the base are made anew with the schema of the
 * head: its defaults, its merge rules, the types that it gives to texts. Those of the head are taken as they are read.
 */
export async function evidenceOf(kind: string, { base, head, progress }: EvidenceInput): Promise<Evidence> {
  const [before, after] = [documentsOfKind(base, kind), documentsOfKind(head, kind)]
  const both = [base, head].map(({ schemas }) => schemas.of(kind)).filter((schema) => schema !== undefined)
  const isSecret = (tokens: Tokens) => both.some((schema) => !schema.usable || isSecretAt(schema.root, tokens))
  const roots = { base: usableRoot(base.schemas, kind), head: usableRoot(head.schemas, kind) }
  const total = before.length + after.length
  const judging: Judging = { workspace: base, roots, isSecret, made: { ...base, schemas: head.schemas }, under: 'head' }
  const broken: DocumentEvidence[] = []
  const unreadable: DocumentEvidence[] = []
  let looked = { base: 0, head: 0 }
  announce(base, before)
  for (const [i, document] of before.entries()) {
    const judged = await judge(document, judging)
    looked = { ...looked, base: looked.base + judged.effective }
    if (judged.evidence !== undefined) broken.push(judged.evidence)
    progress?.(i + 1, total)
  }
  announce(head, after)
  for (const [i, document] of after.entries()) {
    const judged = await judge(document, { workspace: head, roots, isSecret, under: 'base' })
    looked = { ...looked, head: looked.head + judged.effective }
    if (judged.evidence !== undefined) unreadable.push(judged.evidence)
    progress?.(before.length + i + 1, total)
  }
  return { broken, unreadable, looked }
}

function documentsOfKind({ discovery }: Workspace, kind: string): readonly DocumentSources[] {
  return [...discovery.documents.values()].filter(({ id }) => id.kind === kind)
}

function usableRoot(schemas: Schemas, kind: string): SchemaNode | undefined {
  const schema = schemas.of(kind)
  return schema?.usable === true ? schema.root : undefined
}

type Roots = Readonly<Record<'base' | 'head', SchemaNode | undefined>>

interface Judging {
  /** Where the documents are. */
  readonly workspace: Workspace
  /** The same with the other side's schemas, where documents are made anew with them. */
  readonly made?: Workspace
  readonly roots: Roots
  /** What is a secret by either schema, or may be one by a schema that cannot be used. */
  readonly isSecret: (tokens: Tokens) => boolean
  /** Whose schema they are shown to. */
  readonly under: 'base' | 'head'
}

interface Judged {
  readonly effective: number
  readonly evidence?: DocumentEvidence
}

/** What the other side's schema finds in a document wherever its own finds nothing. */
async function judge(document: DocumentSources, judging: Judging): Promise<Judged> {
  const { workspace, made = workspace, roots, isSecret, under } = judging
  const collector = new Collector()
  const own = under === 'head' ? roots.base : roots.head
  const effective = await workspace.reader.whole(collector, () => {
    const mine = findingsIn(document, { workspace, root: own, isSecret })
    const others = findingsIn(document, { workspace: made, root: roots[under], isSecret })
    const known = new Set(mine.elsewhere.map(keyOf))
    for (const found of others.elsewhere) if (!known.has(keyOf(found))) collector.report(found)
    for (const [environment, findings] of others.byEnvironment) {
      if (mine.byEnvironment.get(environment)?.length === 0) for (const found of findings) collector.report(found)
    }
    return mine.byEnvironment.size
  })
  const findings = collector.findings()
  if (findings.length === 0) return { effective }
  return { effective, evidence: { document: documentKey(document.id), findings } }
}

interface Found {
  /** What a schema refuses, by environment. */
  readonly byEnvironment: ReadonlyMap<string, readonly Finding[]>
  /** Texts of which a schema can make nothing. */
  readonly elsewhere: readonly Finding[]
}

interface Asked extends Pick<Judging, 'workspace' | 'isSecret'> {
  readonly root: SchemaNode | undefined
}

function findingsIn(document: DocumentSources, asked: Asked): Found {
  const { workspace } = asked
  const elsewhere: Finding[] = []
  const byEnvironment = new Map<string, Finding[]>()
  const concrete = [...workspace.environments.values()].filter(({ abstract }) => !abstract)
  const effectives = evaluate(workspace, document, concrete, (found) => {
    // What the text is may be a secret by the other side's schema, so it is not quoted.
    if (found.rule === 'type/misfit') elsewhere.push({ ...found, message: MISFIT })
  })
  for (const effective of effectives) {
    const findings: Finding[] = []
    byEnvironment.set(effective.environment.name, findings)
    if (asked.root !== undefined) refusals(link(asked.workspace, effective, () => {}), asked, findings)
  }
  return { byEnvironment, elsewhere }
}

const MISFIT = say`the schema takes no string here, and this text is nothing that it takes`

/** What a schema refuses. */
function refusals(linked: Linked, { workspace, root, isSecret }: Asked, findings: Finding[]): void {
  if (root === undefined) return
  // Whether what came from elsewhere is a secret by the other side's schemas is not asked: it is not shown.
  const provenance = { ...provenanceIn(workspace, linked.effective.environment), isSecret, targetIsSecret: () => true }
  const report = (found: Finding): void => {
    if (found.severity === 'error' && found.rule.startsWith('validate/')) findings.push(found)
  }
  validateDocument(linked, root, { validator: workspace.engines.validator, report, provenance })
}

function keyOf({ rule, place }: Finding): string {
  return place.in === 'span' ? JSON.stringify([rule, place.source.path, place.start]) : rule
}
