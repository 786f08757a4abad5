import { list, say, shown, type Message } from '../../core/message.ts'
import { kindOf, type Value } from '../../core/value.ts'

/** Values that are listed in a message. */
const MOST_LISTED = 8

/** Values that a schema names; `hidden`: they are under `x-secret`. */
export function valueList(values: readonly Value[], hidden: boolean, last: 'and' | 'or' = 'and'): Message {
  if (hidden) return values.length === 1 ? say`a value` : say`${values.length} values`
  const listed = values.slice(0, MOST_LISTED).map((value) => valueWords(value, false))
  const more = values.length - listed.length
  return list(more > 0 ? [...listed, say`${more} more`] : listed, last)
}

/** One value that a schema names. */
export function valueWords(value: Value, hidden: boolean): Message {
  if (hidden) return say`a value that is not shown`
  const seen = shown(value)
  return seen === undefined ? say`a ${kindOf(value)}` : say`${seen}`
}
