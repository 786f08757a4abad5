import { Opaque } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { kindsOf } from '../../core/schema/allowed.ts'
import type { DocumentReference } from '../../core/schema/extensions.ts'
import { narrowed } from '../../core/schema/narrow.ts'
import { enter, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { isList, isMapping, type Mapping, type Value } from '../../core/value.ts'
import { NOTHING, planOf } from './plans.ts'

/** A string that names a document, as a schema says with `x-ref`. */
export interface DocumentName {
  /** Where it stands; for a key, where what it holds stands. */
  readonly tokens: Tokens
  readonly part: 'key' | 'value'
  readonly text: string
  /** Which documents it may name, and how. */
  readonly reference: DocumentReference
}

/**
 * The names of documents in a value: strings, and keys under `propertyNames`, for which the schema has an `x-ref`. Only
 * what certainly applies counts: the branch of a union that a tag chooses, or the only one that allows the kind of the
 * value; nothing in an `if` or another `anyOf`. The order is that of the schema's keys.
 *
 * @param sealed is told of opaque leaves that would name a document: which one, only a key tells
 */
export function namesIn(value: Value, root: SchemaNode, sealed?: (tokens: Tokens) => void): readonly DocumentName[] {
  const found: DocumentName[] = []
  walk(value, enter(root, value), { path: [], found, sealed })
  return found
}

interface Walk {
  /** Where the walk is; used anew all the time. */
  readonly path: string[]
  readonly found: DocumentName[]
  readonly sealed: ((tokens: Tokens) => void) | undefined
}

/** @param scope the schemas that apply to the value, with what its tags choose. */
function walk(value: Value, scope: Scope, run: Walk): void {
  let plan = planOf(scope)
  if (plan === NOTHING) return
  let known = scope
  if (plan.branches) {
    known = narrowed(scope, kindsOf(value)).given(value)
    plan = planOf(known)
  }
  if (typeof value === 'string') {
    const { itself } = plan
    if (itself !== undefined) run.found.push({ tokens: [...run.path], part: 'value', text: value, reference: itself })
  } else if (value instanceof Opaque) {
    // What a hole is has been reported.
    if (plan.itself !== undefined && value.opaque !== 'hole') run.sealed?.([...run.path])
  } else if (isList(value)) {
    if (plan.items) walkItems(value, known, run)
  } else if (isMapping(value)) {
    walkMapping(value, known, run)
  }
}

function walkItems(list: readonly Value[], scope: Scope, run: Walk): void {
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as Value
    run.path.push(String(i))
    walk(item, scope.atItem(i, item), run)
    run.path.pop()
  }
}

function walkMapping(mapping: Mapping, scope: Scope, run: Walk): void {
  const { keys, listed, others } = planOf(scope)
  if (keys === undefined && !others) {
    // The common case: a few known keys of a large mapping.
    for (const key of listed) if (Object.hasOwn(mapping, key)) walkKey(mapping, key, scope, run)
    return
  }
  for (const key of Object.keys(mapping)) {
    if (keys !== undefined) run.found.push({ tokens: [...run.path, key], part: 'key', text: key, reference: keys })
    walkKey(mapping, key, scope, run)
  }
}

function walkKey(mapping: Mapping, key: string, scope: Scope, run: Walk): void {
  const value = mapping[key] as Value
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return
  run.path.push(key)
  walk(value, scope.atKey(key, value), run)
  run.path.pop()
}
