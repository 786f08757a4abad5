import type { CheckResult } from '../core/results.ts'
import { compareText, type Collector } from '../core/collector.ts'
import type { Linked } from '../core/effective.ts'
import type { Report } from '../core/finding.ts'
import type { Opener } from '../core/opener.ts'
import { isRulesFile } from '../core/sops/creation-rules.ts'
import { list, name, say, type Message } from '../core/message.ts'
import { NearestBudget } from '../core/nearest.ts'
import { reportConcerns } from '../concerns.ts'
import type { LocatedQuestion, OpenDocument } from '../decisions.ts'
import { NameRun } from '../naming.ts'
import { evaluate, link } from '../pipeline.ts'
import { provenanceIn } from '../provenance.ts'
import { hasEncryptedName, SecretFiles, watched } from '../secret-files.ts'
import type { SecretFilesResult, SecretFilesRun } from '../secrets.ts'
import { createConsistency, ENVIRONMENT_RULES, type Consistency, type Hiding } from '../stages/consistency/consistency.ts'
import type { Edge } from '../stages/refer/edge.ts'
import { reportPlainSecrets } from '../stages/secrets/plain.ts'
import { validateDocument } from '../stages/validate/validate.ts'
import type { Undecided } from '../core/validation.ts'
import type { Workspace } from '../workspace.ts'
import { located, Questions } from './questions.ts'
import { selectDocuments, selectEnvironments, type Selection } from './selection.ts'
import { withoutSchema } from './without-schema.ts'

export interface CheckOptions {
  readonly selection: Selection
  readonly collector: Collector
  /** `2027-01-31`, for how old secrets are. Absent: none is too old. */
  readonly today?: string
  /** Opens encrypted files. Absent: the run has no key, or is not to use it. */
  readonly opener?: Opener
  /** Whether the schema of a kind may be asked about opened values; where not, its questions stay open. */
  readonly mayJudge?: (kind: string) => boolean
  /** Called after each document, for progress on long work. */
  readonly progress?: (done: number, total: number) => void
  /** Called with each effective document and the edges that its names make, once its unit of work is done. */
  readonly seen?: (linked: Linked, edges: readonly Edge[]) => void
}

/** Merges and links every selected document in every selected environment, one document at a time. */
export async function check(workspace: Workspace, options: CheckOptions): Promise<CheckResult> {
  const { collector, selection } = options
  const environments = selectEnvironments(workspace, selection)
  const documents = selectDocuments(workspace, selection)
  const questions = new Questions()
  const open: OpenDocument[] = []
  const secretFiles = new SecretFiles(collector)
  const report = watched(collector, secretFiles)
  const validate = validation(workspace, report)
  const names = new NameRun(workspace)
  const isWhole = (selection.documents ?? []).length === 0
  const consistency = createConsistency({ rules: workspace.config.rules, documents: isWhole ? 'all' : 'some' })
  let effectiveDocuments = 0
  for (const [i, document] of documents.entries()) {
    const done = await workspace.reader.whole(collector, () => {
      const effectives = evaluate(workspace, document, environments, report)
      for (const effective of effectives) secretFiles.use(effective)
      return effectives.filter(({ environment }) => !environment.abstract).map((effective) => {
        const linked = link(workspace, effective, report)
        const asked = [...validate(linked)]
        const edges = names.check(linked, report, (question) => asked.push(question))
        return { linked, edges, asked: asked.map(located) }
      })
    })
    // Only now, since the work above may have been begun more than once.
    for (const { linked, edges, asked } of done) {
      if (asked.length > 0) open.push({ document, environment: linked.effective.environment, questions: asked })
      names.add(linked, edges)
      options.seen?.(linked, edges)
      consistency.add(linked, hidingOf(workspace, linked))
    }
    effectiveDocuments += done.length
    collector.close()
    options.progress?.(i + 1, documents.length)
  }
  const isAll = isWhole && (selection.environments ?? []).length === 0
  const secrets = await secretsOf(workspace, secretFiles, { ...options, isWhole: isAll })
  const unasked = await answer(workspace, open, { options, secrets, secretFiles, questions })
  await reportConcerns(workspace, [...names.circles(), ...consistency.concerns()], collector)
  return {
    findings: collector.findings(),
    snapshot: workspace.snapshot.label,
    documents: documents.length,
    effectiveDocuments,
    environments: environments.filter(({ abstract }) => !abstract).map((environment) => environment.name),
    undecided: questions.all(),
    notChecked: [
      ...notChecked(workspace, selection), ...withoutSchema(workspace, documents), ...unknownTo(consistency),
      ...secrets.notChecked, ...unasked,
    ],
  }
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
    reportPlainSecrets(linked, { root, strategy, report })
    if (!schema.usable) return []
    const provenance = provenanceIn(workspace, environment)
    return validateDocument(linked, root, { validator, report, provenance, budget })
  }
}

const NO_SECRETS: SecretFilesResult = { secrets: new Map(), opened: new Set(), notChecked: [] }

/** What knows SOPS is loaded only where there may be a file of it, or rules for one. */
async function secretsOf(workspace: Workspace, files: SecretFiles, run: SecretFilesRun): Promise<SecretFilesResult> {
  const { entries } = workspace.snapshot
  const isAny = files.paths.length > 0 || entries.some(({ path }) => isRulesFile(path) || hasEncryptedName(path))
  if (!isAny && run.opener === undefined) return NO_SECRETS
  return (await import('../secrets.ts')).checkSecretFiles(workspace, files, run)
}

interface Answering {
  readonly options: CheckOptions
  readonly secrets: SecretFilesResult
  readonly secretFiles: SecretFiles
  readonly questions: Questions
}

/** With a key decides what is open where secrets may be opened; the rest stays open, and it is said why. */
async function answer(workspace: Workspace, open: readonly OpenDocument[], by: Answering): Promise<Message[]> {
  const { options, secrets, secretFiles, questions } = by
  const { opener, collector, mayJudge = () => true } = options
  const stay = (question: LocatedQuestion, environment: string): void => { questions.add(question, environment) }
  const decidable: OpenDocument[] = []
  const unasked = new Set<string>()
  for (const one of open) {
    const { document, environment } = one
    const isOpened = opener !== undefined && secrets.opened.size > 0 && secretFiles.isOpen(environment.name)
    if (isOpened && mayJudge(document.id.kind)) decidable.push(one)
    else for (const question of one.questions) stay(question, environment.name)
    if (isOpened && !mayJudge(document.id.kind)) unasked.add(document.id.kind)
  }
  if (opener !== undefined) {
    const { decide } = await import('../decisions.ts')
    await decide(workspace, decidable, { collector, opener, files: secrets, undecided: stay })
  }
  return unasked.size === 0 ? [] : [say`what the schemas of ${list([...unasked].sort(compareText).map(name))} ask of secrets: a proposal that changes them could read secrets by what they find`]
}

function unknownTo({ sealed }: Consistency): Message[] {
  const count = sealed()
  return count === 0 ? [] : [say`what rules would say of values that only a key would tell, ${count} in all`]
}

function notChecked(workspace: Workspace, { environments = [], documents = [] }: Selection): Message[] {
  const messages: Message[] = []
  const abstract = environments.filter((wanted) => workspace.environments.get(wanted)?.abstract === true)
  if (abstract.length > 0) messages.push(say`references in ${list(abstract.map(name))}: abstract, so merged only`)
  if (environments.length > 0) messages.push(say`environments other than the ${environments.length} named`)
  if (documents.length > 0) {
    messages.push(say`documents other than the ${documents.length} named`)
    messages.push(say`${list(ENVIRONMENT_RULES.map(name))}: they need all documents`)
  }
  return messages
}
