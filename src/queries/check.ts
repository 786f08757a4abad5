import type { CheckResult } from '../core/results.ts'
import { compareText, type Collector } from '../core/collector.ts'
import type { Linked } from '../core/effective.ts'
import type { Opener } from '../core/opener.ts'
import type { RuleConfigs } from '../core/rule-settings.ts'
import { isRulesFile } from '../core/sops/creation-rules.ts'
import { list, name, say, type Message } from '../core/message.ts'
import { reportConcerns } from '../concerns.ts'
import type { LocatedQuestion, OpenDocument } from '../decisions.ts'
import { hasEncryptedName, SecretFiles } from '../secret-files.ts'
import type { SecretFilesResult, SecretFilesRun } from '../secrets.ts'
import { createConsistency, ENVIRONMENT_RULES, type Consistency } from '../stages/consistency/consistency.ts'
import type { Edge } from '../stages/refer/edge.ts'
import type { Workspace } from '../workspace.ts'
import type { CheckMemory } from './check-memory.ts'
import { DocumentPass } from './document-pass.ts'
import { Questions } from './questions.ts'
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
  /** What the rules across documents look at, and how severe they are. Absent: as the workspace's `cairn.yaml` says. */
  readonly rules?: RuleConfigs
  /** Days after which an encrypted file is due. Absent: as the workspace's `cairn.yaml` says. */
  readonly maxAgeDays?: number
  /** Called after each document, for progress on long work. */
  readonly progress?: (done: number, total: number) => void
  /** Called with each effective document and the edges that its names make, once its unit of work is done. */
  readonly seen?: (linked: Linked, edges: readonly Edge[]) => void
  /** What earlier runs found and still holds. Not together with `opener`: what may be opened is not remembered. */
  readonly memory?: CheckMemory
}

/** Merges and links every selected document in every selected environment, one document at a time. */
export async function check(workspace: Workspace, options: CheckOptions): Promise<CheckResult> {
  const { collector, selection } = options
  const environments = selectEnvironments(workspace, selection)
  const documents = selectDocuments(workspace, selection)
  const questions = new Questions()
  const secretFiles = new SecretFiles(collector)
  const isWhole = (selection.documents ?? []).length === 0
  const { rules = workspace.config.rules, memory, seen } = options
  const consistency = createConsistency({ rules, documents: isWhole ? 'all' : 'some' })
  const pass = new DocumentPass({ workspace, environments, collector, secretFiles, consistency, seen, memory })
  for (const [i, document] of documents.entries()) {
    await pass.take(document)
    options.progress?.(i + 1, documents.length)
  }
  const { open, names, effectiveDocuments } = pass
  const isAll = isWhole && (selection.environments ?? []).length === 0
  const secrets = await secretsOf(workspace, secretFiles, { ...options, isWhole: isAll, isAsked: open.length > 0 })
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
