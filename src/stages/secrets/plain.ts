import { referencesAt, type Linked, type ReferenceTarget } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { placeIn } from '../../core/layer.ts'
import { say } from '../../core/message.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { kindsOf } from '../../core/schema/allowed.ts'
import { narrowed } from '../../core/schema/narrow.ts'
import { enter, placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isClear } from '../../core/secret-name.ts'
import { strategyAtKey, type Strategy } from '../../core/strategy.ts'
import { isList, isMapping, valueAt, type Value } from '../../core/value.ts'

/** Whether what a reference leads to is under `x-secret` itself: then it is told there. */
type TargetIsSecret = (target: ReferenceTarget, below: Tokens) => boolean

export interface PlainRun {
  readonly root: SchemaNode
  /** The schema's: what may be under `x-secret`, so that nothing else is looked at. */
  readonly strategy: Strategy | undefined
  readonly report: Report
  readonly targetIsSecret: TargetIsSecret
}

/**
 * Reports the values that the schema puts under `x-secret` and that a file has in clear, each collection once; what
 * comes by reference at the reference, unless it is told where that leads. What comes from a run variable or by default
 * is no text of a file; a placeholder is no secret. Only where `x-secret` certainly applies: what may be one is hidden,
 * and nothing more.
 */
export function reportPlainSecrets(linked: Linked, run: PlainRun): void {
  const found: Tokens[] = []
  collect(linked.value, run.strategy, [], found)
  for (const tokens of found) tell(tokens, linked, run)
}

function collect(value: Value, strategy: Strategy | undefined, path: string[], found: Tokens[]): void {
  if (strategy === undefined) return
  if (strategy.secret === true) {
    const at = plainIn(value, path)
    if (at !== undefined) found.push(at)
  } else if (isMapping(value)) {
    for (const key of Object.keys(value)) {
      const below = strategyAtKey(strategy, key)
      if (below === undefined) continue
      path.push(key)
      collect(value[key] as Value, below, path, found)
      path.pop()
    }
  } else if (isList(value) && strategy.items !== undefined) {
    for (let i = 0; i < value.length; i++) {
      path.push(String(i))
      collect(value[i] as Value, strategy.items, path, found)
      path.pop()
    }
  }
}

/** The first scalar in clear that says something. */
function plainIn(value: Value, path: Tokens): Tokens | undefined {
  if (isClear(value)) return [...path]
  const keys = isList(value) ? value.map((_, i) => String(i)) : isMapping(value) ? Object.keys(value) : []
  for (const key of keys) {
    const at = plainIn(valueAt(value, [key]) as Value, [...path, key])
    if (at !== undefined) return at
  }
  return undefined
}

function tell(tokens: Tokens, linked: Linked, { root, report, targetIsSecret }: PlainRun): void {
  const { effective } = linked
  const references = referencesAt(linked.references, tokens)
  const [reference] = references
  if (references.some(({ target, tokens: at }) => targetIsSecret(target, tokens.slice(at.length)))) return
  if (effective.filledBy?.(tokens) !== undefined) return
  const { winner } = effective.originsAt(reference?.tokens ?? tokens)
  // Of encrypted files their own check says what stands in clear.
  if (winner === undefined || winner.layer.from !== 'file' || winner.layer.encrypted) return
  const schema = secretAt(root, tokens, linked.value)
  if (schema === undefined) return
  const { environment } = effective
  const what = reference === undefined ? say`` : say`what it is made of `
  const message = say`${pointer(tokens)} is a secret, as the schema says, and ${what}stands in clear: put it into an encrypted file, and change it if it was ever pushed`
  report(finding('secret/plain', reference?.place ?? placeIn(winner.layer, winner.tokens, 'value'), message, {
    severity: environment.protected ? 'error' : 'warning',
    related: [{ message: say`the schema says so here`, place: placeOfSchema(schema, 'x-secret', 'key') }],
    environment: environment.name,
  }))
}

/** The schema that certainly says that the value at a pointer, or one above it, is secret. */
function secretAt(root: SchemaNode, tokens: Tokens, value: Value): SchemaNode | undefined {
  let at: Value = value
  let scope = narrowed(enter(root, value), kindsOf(value)).given(value)
  for (let depth = 0; ; depth++) {
    const says = scope.nodes.find((node) => node.keyword('x-secret') === true)
    const token = tokens[depth]
    if (says !== undefined || token === undefined) return says
    const next: Value = valueAt(at, [token]) ?? null
    scope = narrowed(scope.at(token, at), kindsOf(next)).given(next)
    at = next
  }
}
