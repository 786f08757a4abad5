import { say, type Message } from '../../core/message.ts'
import { numberText } from '../../core/number-text.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/** A scalar as formats of texts have it: numbers in digits, null as nothing. */
export function scalarText(value: null | boolean | number | string): string {
  return value === null ? '' : typeof value === 'number' ? numberText(value) : String(value)
}

/** A list on one line: its items between commas, as `x-split: ','` reads it. A problem where that would not be it. */
export function listText(value: readonly Value[]): string | { readonly problem: Message } {
  const texts: string[] = []
  for (const item of value) {
    if (item === null || isList(item) || isMapping(item)) return { problem: say`a list of other things than scalars has no form on one line` }
    const text = scalarText(item as boolean | number | string)
    if (text === '' || text.includes(',') || text.trim() !== text) {
      return { problem: say`an item that is empty, or has a comma or blanks around it, cannot stand in a list on one line` }
    }
    texts.push(text)
  }
  return texts.join(',')
}
