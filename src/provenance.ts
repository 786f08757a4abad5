import type { Effective, Linked, Reference, ReferenceTarget } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import { placeIn } from './core/layer.ts'
import type { Place } from './core/place.ts'
import { pointer, type Tokens } from './core/pointer.ts'
import { isSecretAt, placeOfSchema } from './core/schema/schemas.ts'
import type { Provenance } from './core/spots.ts'
import { hidingAt, holdsSecret, strategyAt, type Strategy } from './core/strategy.ts'
import { valueAt } from './core/value.ts'
import { link } from './pipeline.ts'
import { placeOfLabel } from './stages/inherit/labels.ts'
import type { Workspace } from './workspace.ts'

/** Answers, for one environment, where what references lead to comes from, and whether it may be shown. */
export function provenanceIn(workspace: Workspace, environment: Environment): Required<Provenance> {
  const from = { workspace, environment }
  return {
    targetPlace: (target, below) => targetPlace(from, target, below),
    targetIsSecret: (target, below) => leadsToSecret(from, target, below),
  }
}

interface From {
  readonly workspace: Workspace
  readonly environment: Environment
}

function targetPlace({ workspace, environment }: From, target: ReferenceTarget, below: Tokens): Place | undefined {
  const { environments } = workspace
  if (target.of === 'variable') return placeOfLabel(environment, environments, 'variables', [target.variable, ...below])
  if (target.of === 'environment') {
    const [field, ...tokens] = target.tokens
    if (field !== 'labels' && field !== 'variables') return undefined
    return placeOfLabel(environment, environments, field, [...tokens, ...below])
  }
  const document = workspace.world(environment).lookup(target.document)
  const tokens = [...target.tokens, ...below]
  const filled = document?.filledBy?.(tokens)
  if (filled !== undefined) return placeOfSchema(filled, 'default')
  const winner = document?.originsAt(tokens).winner
  return winner && placeIn(winner.layer, winner.tokens, 'value')
}

/** Whether what a target leads to is under `x-secret`, there or wherever it comes from, or holds something that is. */
function leadsToSecret(from: From, target: ReferenceTarget, below: Tokens, seen = new Set<string>()): boolean {
  const { workspace, environment } = from
  if (target.of !== 'document') return false
  const document = workspace.world(environment).lookup(target.document)
  if (document === undefined) return true
  const tokens = [...target.tokens, ...below]
  const at = `${target.document}#${pointer(tokens)}`
  if (seen.has(at)) return false
  seen.add(at)
  const schema = workspace.schemas.of(document.document.kind)
  if (schema !== undefined && isSecretAt(schema.root, tokens)) return true
  if (holdsSecret(valueAt(document.value, tokens), strategyAt(schema?.strategy, tokens, document.value))) return true
  return referencesOf(workspace, document).some((reference) => {
    const depth = Math.min(tokens.length, reference.tokens.length)
    const meets = reference.tokens.slice(0, depth).every((token, i) => token === tokens[i])
    return meets && leadsToSecret(from, reference.target, tokens.slice(reference.tokens.length), seen)
  })
}

const known = new WeakMap<Effective, readonly Reference[]>()

function referencesOf(workspace: Workspace, effective: Effective): readonly Reference[] {
  let references = known.get(effective)
  if (references === undefined) known.set(effective, (references = link(workspace, effective, () => {}).references))
  return references
}

/** The strategy of a document that also hides what it has by reference from where that is, or holds, a secret. */
export function strategyFor(workspace: Workspace, { effective, references }: Linked): Strategy | undefined {
  const { document, environment } = effective
  const hiding = references.filter(({ target }) => leadsToSecret({ workspace, environment }, target, []))
  return hidingAt(workspace.schemas.of(document.kind)?.strategy, hiding.map(({ tokens }) => tokens))
}
