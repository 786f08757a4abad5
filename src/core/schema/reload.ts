import type { Tokens } from '../pointer.ts'
import { isList, isMapping, valueAt, type Value } from '../value.ts'
import { decide } from './decide.ts'
import { allEdges, reaching } from './reach.ts'
import { enter, type SchemaNode, type Scope } from './schemas.ts'

/** What it takes to apply a new value: the running service takes it over, or has to be started anew. */
export type Reload = 'hot' | 'restart'

const leadsToReload = reaching(allEdges, (node) => node.keyword('x-reload') !== undefined)

/**
 * What `x-reload` says of a change at a pointer of a document: of the value there, else of the nearest one above it; of
 * a collection, the more that any value in it takes. `undefined` where nothing says anything, and so nothing is known.
 *
 * @param value the whole document
 */
export function reloadAt(root: SchemaNode, tokens: Tokens, value: Value): Reload | undefined {
  if (!leadsToReload(root)) return undefined
  let scope = enter(root, value)
  let said = saidBy(scope)
  for (const [depth, token] of tokens.entries()) {
    scope = scope.at(token, valueAt(value, tokens.slice(0, depth)))
    said = saidBy(scope) ?? said
  }
  return mostBelow(scope, valueAt(value, tokens), said)
}

function saidBy(scope: Scope): Reload | undefined {
  const said = decide(scope, 'x-reload')?.value
  return said === 'hot' || said === 'restart' ? said : undefined
}

function mostBelow(scope: Scope, value: Value | undefined, said: Reload | undefined): Reload | undefined {
  if (!isMapping(value) && !isList(value)) return said
  let most: Reload | undefined
  const keys = Object.keys(value)
  for (const key of keys) {
    const below = scope.at(key, value)
    const one = mostBelow(below, valueAt(value, [key]), saidBy(below) ?? said)
    if (one === 'restart') return one
    most = one ?? most
  }
  return keys.length === 0 ? said : most
}
