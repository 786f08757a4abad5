import { name, say, shown, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import type { Place } from '../../core/place.ts'
import { mayBe, type Extension } from '../../core/schema/extensions.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, own, type Value } from '../../core/value.ts'

/** A part of what a keyword says that makes the whole of it wrong. */
interface WrongPart {
  readonly place: Place
  readonly message: Message
}

interface Part {
  /** What it may be. */
  readonly words: Message
  /** What makes it a whole in which nothing else is wrong. */
  readonly besides: Readonly<Record<string, Value>>
}

/** The parts of keywords that may hold a mapping. */
const PARTS: { readonly [keyword in Extension]?: Readonly<Record<string, Part>> } = {
  'x-merge': { key: { words: say`the name of a key`, besides: {} } },
  'x-ref': {
    kind: { words: say`a kind or a list of kinds`, besides: {} },
    by: { words: say`name or path`, besides: { kind: 'any' } },
    acyclic: { words: say`true or false`, besides: { kind: 'any' } },
  },
}

/** The key or entry that is to be corrected in a keyword that holds a mapping; `undefined` where it is none of them. */
export function wrongPart(node: SchemaNode, keyword: Extension): WrongPart | undefined {
  const held = node.child(keyword)
  const parts = PARTS[keyword]
  const said = held?.schema
  if (held === undefined || parts === undefined || said === undefined || !isMapping(said)) return undefined
  const known = Object.keys(parts)
  for (const key of Object.keys(said)) {
    const value = own(said, key) as Value
    const part = Object.hasOwn(parts, key) ? parts[key] : undefined
    if (part === undefined) {
      const message = say`${name(keyword)} has no "${name(key)}"${didYouMean(key, known)}`
      return { place: placeOfSchema(held, key, 'key'), message }
    }
    if (mayBe(keyword, { ...part.besides, [key]: value })) continue
    const given = shown(value)
    const ending = given === undefined ? say`` : say`, and ${given} is not`
    const message = say`"${name(key)}" of ${name(keyword)} must be ${part.words}${ending}`
    return { place: placeOfSchema(held, key), message }
  }
  const needed = known.find((key) => own(said, key) === undefined)
  if (needed === undefined) return undefined
  return { place: placeOfSchema(node, keyword), message: say`${name(keyword)} lacks "${name(needed)}"` }
}
