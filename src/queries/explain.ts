import type { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import type { Explanation } from '../core/explanation.ts'
import { name, say } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import { tokensOf, type Tokens } from '../core/pointer.ts'
import { isList, isMapping, valueAt, type Value } from '../core/value.ts'
import { evaluate, link } from '../pipeline.ts'
import { provenanceIn, strategyFor } from '../provenance.ts'
import type { Workspace } from '../workspace.ts'
import { explain as explainLinked } from '../stages/explain/explain.ts'
import { documentNamed, environmentNamed } from './selection.ts'

export interface ExplainQuestion {
  readonly environment: string
  /** `kind/name`. */
  readonly document: string
  /** RFC 6901, or empty for the whole document. A dotted path (`network.port`) is taken where it leads somewhere. */
  readonly pointer?: string
}

/** Answers one question; only the document asked about and the targets of its references are read. */
export async function explain(
  workspace: Workspace,
  question: ExplainQuestion,
  collector: Collector,
): Promise<Explanation> {
  const environment = environmentNamed(workspace, question.environment)
  const document = documentNamed(workspace, question.document)
  return workspace.reader.whole(collector, () => {
    const [effective] = evaluate(workspace, document, [environment], collector.report)
    if (effective === undefined) throw absent(workspace, question)
    const linked = link(workspace, effective, collector.report)
    const tokens = pointerOf(question.pointer ?? '', linked.value)
    const schema = workspace.schemas.of(document.id.kind)
    const explanation = explainLinked(linked, tokens, {
      ...provenanceIn(workspace, environment),
      ...(schema && { root: schema.root }),
      strategy: strategyFor(workspace, linked),
    })
    if (explanation.value === undefined && explanation.said.length === 0) throw nothingAt(linked.value, tokens)
    return explanation
  })
}

/** What is asked about a document that an environment does not have. */
export function absent(
  workspace: Workspace,
  { document, environment }: Pick<ExplainQuestion, 'document' | 'environment'>,
): Failure {
  const sources = documentNamed(workspace, document)
  const where = [...workspace.environments.values()]
    .filter((other) => workspace.presence.sourcesIn(sources, other) !== undefined)
    .map((other) => other.name)
  return new Failure(
    'usage',
    say`${name(document)} does not exist in ${name(environment)}`,
    where.length === 0 ? undefined : say`it exists in ${name(where.join(', '))}`,
  )
}

function pointerOf(text: string, value: Value): Tokens {
  const tokens = tokensOf(text)
  if (tokens !== undefined) return tokens
  const dotted = text.split('.')
  if (valueAt(value, dotted) !== undefined) return dotted
  throw new Failure('usage', say`${name(text)} is no pointer`, say`write it as RFC 6901 does: /network/port`)
}

function nothingAt(value: Value, tokens: Tokens): Failure {
  let depth = 0
  while (depth < tokens.length && valueAt(value, tokens.slice(0, depth + 1)) !== undefined) depth++
  const parent = valueAt(value, tokens.slice(0, depth)) ?? null
  const near = nearest(tokens[depth] ?? '', isMapping(parent) ? Object.keys(parent) : [])
  const kept = tokens.slice(0, depth).join('/')
  return new Failure(
    'usage',
    say`there is nothing at ${name('/' + tokens.join('/'))}`,
    near !== undefined
      ? say`did you mean ${name(['', ...tokens.slice(0, depth), near].join('/'))}?`
      : isList(parent)
        ? say`the list at ${name('/' + kept)} has ${parent.length} items`
        : undefined,
  )
}
