import { Collector } from '../core/collector.ts'
import type { DocumentSources } from '../core/discovery.ts'
import type { Effective, Linked } from '../core/effective.ts'
import type { Environment } from '../core/environment.ts'
import type { Report } from '../core/finding.ts'
import { NearestBudget } from '../core/nearest.ts'
import type { Undecided } from '../core/validation.ts'
import type { LocatedQuestion, OpenDocument } from '../decisions.ts'
import { NameRun } from '../naming.ts'
import { evaluate, link } from '../pipeline.ts'
import { provenanceIn } from '../provenance.ts'
import { watched, type SecretFiles, type UsedFile } from '../secret-files.ts'
import type { Consistency, Hiding } from '../stages/consistency/consistency.ts'
import type { Edge } from '../stages/refer/edge.ts'
import { reportPlainSecrets } from '../stages/secrets/plain.ts'
import { validateDocument } from '../stages/validate/validate.ts'
import type { Workspace } from '../workspace.ts'
import type { CheckMemory, Said, SaidIn } from './check-memory.ts'
import { located } from './questions.ts'

export interface DocumentPassInput {
  readonly workspace: Workspace
  readonly environments: readonly Environment[]
  readonly collector: Collector
  readonly secretFiles: SecretFiles
  readonly consistency: Consistency
  readonly seen: ((linked: Linked, edges: readonly Edge[]) => void) | undefined
  readonly memory: CheckMemory | undefined
}

/** One document in one environment, looked at. */
interface Looked {
  readonly linked: Linked
  readonly edges: readonly Edge[]
  readonly asked: readonly LocatedQuestion[]
}

/** The first pass of a check: takes one document after the other, and keeps what the rules across them need. */
export class DocumentPass {
  readonly names: NameRun
  /** Documents of which only a key would tell something. */
  readonly open: OpenDocument[] = []
  effectiveDocuments = 0
  readonly #input: DocumentPassInput
  readonly #report: Report
  readonly #validate: (linked: Linked) => readonly Undecided[]
  /** Where the document that is looked at has its findings. */
  #into: Collector

  constructor(input: DocumentPassInput) {
    const { workspace, collector, secretFiles } = input
    this.#input = input
    this.#into = collector
    this.#report = watched({ report: (found) => { this.#into.report(found) } }, secretFiles)
    this.#validate = validation(workspace, this.#report)
    this.names = new NameRun(workspace)
  }

  /** Looks at a document, or says again what it said before. */
  async take(document: DocumentSources): Promise<void> {
    const { collector, memory } = this.#input
    const known = memory?.recall(document)
    if (known !== undefined) {
      this.#sayAgain(document, known)
      return
    }
    this.#into = memory === undefined ? collector : new Collector()
    const files = new Map<string, readonly UsedFile[]>()
    const looked = await this.#look(document, files)
    // Only now, since the work above may have been begun more than once.
    const effective = looked.map((one) => this.#add(document, one))
    this.#into.close()
    if (memory === undefined) return
    memory.keep(document, { findings: this.#into, files, effective: effective.map(withoutAnswers) })
    collector.absorb(this.#into)
  }

  #look(document: DocumentSources, files: Map<string, readonly UsedFile[]>): Promise<Looked[]> {
    const { workspace, environments, secretFiles, memory } = this.#input
    return workspace.reader.whole(this.#into, () => {
      const effectives = evaluate(workspace, document, environments, this.#report)
      for (const effective of effectives) {
        secretFiles.use(effective)
        if (memory !== undefined) files.set(effective.environment.name, usedFiles(effective))
      }
      return effectives.filter(({ environment }) => !environment.abstract).map((effective) => {
        const linked = link(workspace, effective, this.#report)
        const asked = [...this.#validate(linked)]
        const edges = this.names.check(linked, this.#report, (question) => asked.push(question))
        return { linked, edges, asked: asked.map(located) }
      })
    })
  }

  #add(document: DocumentSources, { linked, edges, asked }: Looked): SaidIn {
    const { workspace, consistency, seen } = this.#input
    const { environment } = linked.effective
    if (asked.length > 0) this.open.push({ document, environment, questions: asked })
    this.names.add(environment.name, edges)
    seen?.(linked, edges)
    this.effectiveDocuments++
    const compared = consistency.add(linked, hidingOf(workspace, linked))
    return { environment: environment.name, edges, asked, compared }
  }

  #sayAgain(document: DocumentSources, { files: used, effective, findings }: Said): void {
    const { workspace: { environments, schemas }, consistency, secretFiles, collector } = this.#input
    const { id } = document
    for (const [name, files] of used) {
      const environment = environments.get(name)
      if (environment !== undefined) for (const file of files) secretFiles.useFile(file, environment)
    }
    for (const { environment: name, edges, asked, compared } of effective) {
      const environment = environments.get(name)
      if (environment === undefined) continue
      if (asked.length > 0) this.open.push({ document, environment, questions: asked })
      this.names.add(name, edges)
      this.effectiveDocuments++
      if (compared === undefined) continue
      consistency.addAgain({ document: id, environment }, compared, schemas.of(id.kind)?.root)
    }
    collector.absorb(findings)
  }
}

/** Without what an answer would need: it holds on to schemas. */
function withoutAnswers({ asked, ...said }: SaidIn): SaidIn {
  return { ...said, asked: asked.map(({ message, location }) => ({ message, location, asks: [] })) }
}

function usedFiles({ layers }: Effective): UsedFile[] {
  return layers.flatMap((layer) => {
    return layer.from === 'file' ? [{ path: layer.tree.source.path, encrypted: layer.encrypted }] : []
  })
}

/** What rules must not compare. Only a document that refers to another one can have a secret of that. */
function hidingOf(workspace: Workspace, { effective, references }: Linked): Hiding {
  const root = workspace.schemas.of(effective.document.kind)?.root
  if (!references.some(({ target }) => target.of === 'document')) return { root }
  return { root, targetIsSecret: provenanceIn(workspace, effective.environment).targetIsSecret }
}

/** What validates a document, where its kind has a usable schema, and says what is bad to have in clear. */
function validation(workspace: Workspace, report: Report): (linked: Linked) => readonly Undecided[] {
  const { schemas, engines: { validator } } = workspace
  const budget = new NearestBudget()
  return (linked) => {
    const { document, environment } = linked.effective
    const schema = schemas.of(document.kind)
    if (schema === undefined) return []
    const { root, strategy } = schema
    const provenance = provenanceIn(workspace, environment)
    reportPlainSecrets(linked, { root, strategy, report, targetIsSecret: provenance.targetIsSecret })
    if (!schema.usable) return []
    return validateDocument(linked, root, { validator, report, provenance, budget })
  }
}
