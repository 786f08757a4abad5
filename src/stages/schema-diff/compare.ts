import { compareText } from '../../core/collector.ts'
import { say } from '../../core/message.ts'
import type { Place } from '../../core/place.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { CHANGE_LEVELS, type SchemaChange } from '../../core/schema-change.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { Acceptance } from './acceptance.ts'
import type { Difference } from './difference.ts'
import { pointersOf } from './pointers.ts'
import { areSameFiles } from './same.ts'
import type { Spot } from './view.ts'
import { Walk, type Pair } from './walk.ts'

/**
 * Compares what the schema of a kind asks at two states, wherever and however it is written down, and says what that
 * means for documents. Both schemas have to be usable (`createSchemaCheck`); `undefined` where the kind has none.
 *
 * What is not major can be relied on: no value that base accepts is refused by head. The reverse does not hold: what
 * cannot be told from the schemas alone counts as major, and the message says so.
 *
 * @returns the changes, the gravest first
 */
export function compareSchemas(base: SchemaNode | undefined, head: SchemaNode | undefined): readonly SchemaChange[] {
  if (base === undefined || head === undefined) return oneSided(base, head)
  const acceptance = new Acceptance()
  const walk = new Walk(acceptance)
  walk.from(base, head)
  if (acceptance.isExhausted && areSameFiles(base, head)) return []
  const changes = fold(walk)
  if (acceptance.isExhausted) changes.push(notFurther(base, head))
  return changes.sort(byGravity)
}

/** A kind that has a schema on one side only. */
function oneSided(base: SchemaNode | undefined, head: SchemaNode | undefined): readonly SchemaChange[] {
  if (head !== undefined) {
    return [{ level: 'major', keyword: '', message: say`there is a schema now: documents were not checked before`, head: placeOfSchema(head), pointers: [[]] }]
  }
  if (base === undefined) return []
  const message = say`there is no schema any more: documents are not checked, and what it said of defaults, merging and secrets is gone`
  return [{ level: 'major', keyword: '', message, base: placeOfSchema(base), pointers: [[]] }]
}

function notFurther(base: SchemaNode, head: SchemaNode): SchemaChange {
  const message = say`the schemas are too large to be compared further: what was not looked at is taken for the worst`
  return { level: 'major', keyword: '', message, base: placeOfSchema(base), head: placeOfSchema(head), pointers: [[]] }
}

interface Folded {
  readonly difference: Difference
  readonly pair: Pair
  readonly pointers: Tokens[]
}

/** Most places in documents that are named for one change. */
const MOST_POINTERS = 5

/** The same thing said by the same schemas is one change, in however many places it counts. */
function fold(walk: Walk): SchemaChange[] {
  const pointers = pointersOf(walk.pairs, MOST_POINTERS + 1)
  const folded = new Map<string, Folded>()
  for (const pair of walk.pairs) {
    for (const difference of pair.differences) {
      const { level, keyword, message, base, head } = difference
      const key = JSON.stringify([level, keyword, message, spotKey(base), spotKey(head), pair.at?.is === 'names', pair.state.counts])
      let one = folded.get(key)
      if (one === undefined) folded.set(key, (one = { difference, pair, pointers: [] }))
      for (const at of pointers.get(pair) ?? []) one.pointers.push([...at, ...(difference.below ?? [])])
    }
  }
  return Array.from(folded.values(), toChange)
}

function spotKey(spot: Spot | undefined): readonly unknown[] {
  return spot === undefined ? [] : [spot.node.id, spot.keyword]
}

function toChange({ difference, pair, pointers }: Folded): SchemaChange {
  const { level, keyword, message, base, head } = difference
  const distinct = [...new Map(pointers.map((tokens) => [pointer(tokens), tokens])).values()]
  const sorted = distinct.sort((a, b) => a.length - b.length || compareText(pointer(a), pointer(b)))
  return {
    level,
    keyword,
    message,
    ...(base === undefined ? {} : { base: placeOf(base) }),
    ...(head === undefined ? {} : { head: placeOf(head) }),
    pointers: sorted.slice(0, MOST_POINTERS),
    ...(sorted.length > MOST_POINTERS ? { elsewhere: true } : {}),
    ...(pair.at?.is === 'names' ? { part: 'key' } : {}),
    ...(pair.state.counts ? {} : { conditional: true }),
  }
}

function placeOf({ node, keyword }: Spot): Place {
  return placeOfSchema(node, keyword, 'key')
}

function byGravity(one: SchemaChange, other: SchemaChange): number {
  const gravity = CHANGE_LEVELS.indexOf(other.level) - CHANGE_LEVELS.indexOf(one.level)
  return gravity || compareText(pointer(one.pointers[0] ?? []), pointer(other.pointers[0] ?? []))
}
