import type { Collector } from './core/collector.ts'
import type { DocumentSources } from './core/discovery.ts'
import type { Linked } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import { Opaque, Sealed, type Secret } from './core/opaque.ts'
import type { Opener } from './core/opener.ts'
import type { Location } from './core/place.ts'
import type { Message } from './core/message.ts'
import type { RawIssue } from './core/validation.ts'
import { isList, isMapping, put, valueAt, type MutableMapping, type Value } from './core/value.ts'
import { evaluate, link } from './pipeline.ts'
import { provenanceIn } from './provenance.ts'
import { isOpened, type SecretFilesResult } from './secrets.ts'
import { tellDecided } from './stages/validate/decided.ts'
import type { Workspace } from './workspace.ts'

/** What is open about one document in one environment. */
export interface OpenDocument {
  readonly document: DocumentSources
  readonly environment: Environment
  readonly questions: readonly LocatedQuestion[]
}

/** A question that no longer needs the document that it is about. */
export interface LocatedQuestion {
  readonly message: Message
  readonly location: Location
  readonly asks: readonly RawIssue[]
}

export interface DecideRun {
  readonly collector: Collector
  readonly opener: Opener
  readonly files: Pick<SecretFilesResult, 'secrets' | 'opened'>
  /** Is told of questions that stay open. */
  readonly undecided: (question: LocatedQuestion, environment: string) => void
}

/**
 * Answers what only a key would decide: each document is made again, with secrets in the places of its sealed leaves,
 * and what the schema asked of these is asked of them. What is found is reported as it would be of a value in clear. No
 * schema is compiled: code that was made of one never runs after the first secret is opened.
 */
export async function decide(workspace: Workspace, open: readonly OpenDocument[], run: DecideRun): Promise<void> {
  for (const { document, environment, questions } of open) {
    const left = await workspace.reader.whole(run.collector, () => {
      const [effective] = evaluate(workspace, document, [environment], ignore)
      if (effective === undefined) return questions
      return decideOne(workspace, link(workspace, effective, ignore), questions, run)
    })
    run.collector.close()
    for (const question of left) run.undecided(question, environment.name)
  }
}

/** What was wrong with a document was reported when it was first made. */
const ignore = (): void => undefined

/** @returns the questions that stay open */
function decideOne(
  workspace: Workspace,
  linked: Linked,
  questions: readonly LocatedQuestion[],
  run: DecideRun,
): readonly LocatedQuestion[] {
  const { files: { secrets, opened }, opener, collector } = run
  const schema = workspace.schemas.of(linked.effective.document.kind)
  if (schema === undefined || !isOpened(linked, opened)) return questions
  const value = withSecrets(linked.value, secrets)
  const broken = new Map<string, RawIssue>()
  const left = questions.filter(({ asks }) => {
    const answers = asks.map((issue) => {
      const about = valueAt(value, issue.tokens)
      return about === undefined ? undefined : opener.judge(issue, about)
    })
    for (const issue of answers.flatMap((answer) => answer ?? [])) broken.set(keyOf(issue), issue)
    return answers.length === 0 || answers.includes(undefined)
  })
  if (broken.size > 0) {
    const provenance = provenanceIn(workspace, linked.effective.environment)
    tellDecided({ ...linked, value }, [...broken.values()], { root: schema.root, report: collector.report, provenance })
  }
  return left
}

function keyOf({ schema, keyword, tokens }: RawIssue): string {
  return JSON.stringify([schema.id, keyword, ...tokens])
}

/** A value with secrets for the ciphertext that was opened; subtrees without any are shared. */
function withSecrets(value: Value, secrets: SecretFilesResult['secrets']): Value {
  if (value instanceof Sealed) return value.lookUp<Secret>(secrets) ?? value
  if (value instanceof Opaque) return value
  if (isList(value)) {
    const items = value.map((item) => withSecrets(item, secrets))
    return items.every((item, i) => item === value[i]) ? value : items
  }
  if (!isMapping(value)) return value
  let copy: MutableMapping | undefined
  for (const key of Object.keys(value)) {
    const entry = value[key] as Value
    const opened = withSecrets(entry, secrets)
    if (opened === entry) continue
    copy ??= { ...value }
    put(copy, key, opened)
  }
  return copy ?? value
}
