import type { RunVariable } from '../../core/config.ts'
import type { DocumentId } from '../../core/document.ts'
import { finding, type Report } from '../../core/finding.ts'
import type { VariableLayer } from '../../core/layer.ts'
import { name, say } from '../../core/message.ts'
import type { Place } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import { isMapping, own, put, type MutableMapping, type Value } from '../../core/value.ts'

/**
 * What the run's variables say of one document: the layer above all others, `undefined` where none of them is set.
 * A variable's value is a string (an empty one is set); tokens of its pointer are keys of mappings, numbers too. Where
 * a layer below has a list on the way, the merge reports it.
 *
 * Two variables that cannot both be followed, since one sets the other's place or a place below it, are a
 * `config/bad-value` at the later one in `variables`, set or not; the earlier one counts.
 *
 * @param environment The process variables, by name.
 */
export function variableLayer(
  document: DocumentId,
  variables: readonly RunVariable[],
  environment: Readonly<Record<string, string | undefined>>,
  report: Report,
): VariableLayer | undefined {
  const claims: Claim = { children: new Map() }
  const names = new Map<string, string>()
  const mappedAt = new Map<string, Place>()
  let value: Value = {}
  for (const variable of variables) {
    if (variable.kind !== document.kind || variable.name !== document.name) continue
    if (!claim(claims, variable, report)) continue
    const text = Object.hasOwn(environment, variable.variable) ? environment[variable.variable] : undefined
    if (text === undefined) continue
    names.set(variable.tokens.join('\u0000'), variable.variable)
    mappedAt.set(variable.variable, variable.place)
    if (variable.tokens.length === 0) value = text
    else setAt(value as MutableMapping, variable, text)
  }
  if (names.size === 0) return undefined
  return { from: 'variables', value, names, mappedAt, environment: null, encrypted: false }
}

/** Which pointers are taken: a tree of tokens; a node that a variable sets has no children. */
interface Claim {
  by?: RunVariable
  readonly children: Map<string, Claim>
}

/** Takes the pointer of a variable; false, with a finding, where another variable has it or one above or below it. */
function claim(root: Claim, variable: RunVariable, report: Report): boolean {
  if (variable.tokens.length > MAX_DEPTH) {
    report(finding('config/bad-value', variable.place, say`this pointer is deeper than ${MAX_DEPTH} keys`))
    return false
  }
  let at = root
  for (const token of variable.tokens) {
    if (at.by !== undefined) break
    let next = at.children.get(token)
    if (next === undefined) at.children.set(token, (next = { children: new Map() }))
    at = next
  }
  const taken = at.by ?? firstBelow(at)
  if (taken === undefined) {
    at.by = variable
    return true
  }
  const message = say`${name(variable.variable)} sets ${pointer(variable.tokens)}, and ${name(taken.variable)} ${pointer(taken.tokens)}: only one can be followed`
  const related = [{ message: say`${name(taken.variable)} is mapped here`, place: taken.place }]
  report(finding('config/bad-value', variable.place, message, { related }))
  return false
}

function firstBelow(claimed: Claim): RunVariable | undefined {
  for (const child of claimed.children.values()) {
    const found = child.by ?? firstBelow(child)
    if (found !== undefined) return found
  }
  return undefined
}

function setAt(root: MutableMapping, variable: RunVariable, text: string): void {
  let at = root
  const last = variable.tokens.length - 1
  for (let i = 0; i < last; i++) {
    const token = variable.tokens[i] as string
    const known = own(at, token)
    const next: MutableMapping = isMapping(known) ? known : {}
    if (next !== known) put(at, token, next)
    at = next
  }
  put(at, variable.tokens[last] as string, text)
}
