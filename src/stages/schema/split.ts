import { mayHoldReference, REFERENCE } from '../../core/schema/reference-text.ts'

/** The items of a text; none of an empty one. A separator inside a reference belongs to that. Nothing is trimmed. */
export function splitText(text: string, separator: string): readonly string[] {
  if (text === '') return []
  if (!mayHoldReference(text)) return text.split(separator)
  const items: string[] = []
  const lastClose = text.lastIndexOf('}')
  let start = 0
  for (let at = 0; at < text.length; ) {
    if (at < lastClose && text.startsWith(REFERENCE, at)) {
      at = text.indexOf('}', at) + 1
    } else if (text.startsWith(separator, at)) {
      items.push(text.slice(start, at))
      start = at += separator.length
    } else {
      at++
    }
  }
  items.push(text.slice(start))
  return items
}
