import { ANY, KIND, type Kinds } from '../../core/schema/allowed.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import { isList } from '../../core/value.ts'

const OF_TYPE: ReadonlyMap<unknown, Kinds> = new Map<unknown, Kinds>([
  ['string', KIND.string],
  ['integer', KIND.integer],
  ['number', KIND.integer | KIND.fraction],
  ['boolean', KIND.boolean],
  ['null', KIND.null],
  ['array', KIND.list],
  ['object', KIND.mapping],
])

/** The kinds that `type` asks for, or `false`; a `type` that names anything else is not looked at, as in validation. */
export function typeOf(node: SchemaNode): Kinds {
  if (node.schema === false) return 0
  const type = node.keyword('type')
  if (type === undefined) return ANY
  let kinds = 0
  for (const one of isList(type) ? type : [type]) {
    const named = OF_TYPE.get(one)
    if (named === undefined) return ANY
    kinds |= named
  }
  return kinds === 0 ? ANY : kinds
}
