import { KIND, kindsOf, type Kinds } from '../../core/schema/allowed.ts'
import { kindNames } from '../../core/schema/kind-names.ts'
import { say, type Message } from '../../core/message.ts'
import type { Value } from '../../core/value.ts'
import { nearestIn, saying, spots, type Aspect, type Difference, type Sides } from './difference.ts'
import type { View } from './view.ts'
import { valueList } from './words.ts'

/** The kinds of values that the one side accepts and the `type` of the other does not. */
function missing(to: View, from: View): Kinds {
  return from.kinds & ~to.typed
}

/** `type`: which kinds of values are accepted. */
export const types: Aspect = {
  asksMore: (to, from) => missing(to, from) !== 0,
  tell: ({ base, head }) => {
    const [lost, gained] = [missing(head, base), missing(base, head)]
    if (lost === 0 && gained === 0) return []
    const places = spots(saying(base, 'type'), saying(head, 'type') ?? refuser(head))
    return [{ level: lost === 0 ? 'minor' : 'major', keyword: 'type', message: typeMessage(base, lost, gained), ...places }]
  },
}

function refuser(view: View): ReturnType<typeof saying> {
  const node = view.nodes.find(({ schema }) => schema === false)
  return node === undefined ? nearestIn(view) : { node }
}

function typeMessage(base: View, lost: Kinds, gained: Kinds): Message {
  const [less, more] = [kindNames(lost), kindNames(gained)]
  if (lost === 0) return (gained & KIND.string) === 0 ? say`${more} is accepted too` : say`${more} is accepted too, so texts of INI, dotenv and variables stay texts`
  if (gained !== 0) return say`${more} is accepted now, and no longer ${less}`
  return base.nodes.length === 0 ? say`only ${kindNames(base.kinds & ~lost)} is accepted now` : say`${less} is no longer accepted`
}


/** The values that the one side accepts, of those that are listed, and the other side does not list. */
function unlisted(to: View, from: View): readonly Value[] | 'others' {
  const { typed, listed } = to
  if (listed === undefined) return []
  if (from.choice === undefined) return 'others'
  return from.choice.values.filter((value) => (kindsOf(value) & typed) !== 0 && !listed.has(value))
}

/** `enum` and `const`: which values are accepted. */
export const choices: Aspect = {
  asksMore: (to, from) => unlisted(to, from).length > 0,
  tell: (sides) => {
    const { base, head } = sides
    const [lost, gained] = [unlisted(head, base), unlisted(base, head)]
    if (lost.length === 0 && gained.length === 0) return []
    const places = spots(saying(base, 'enum', 'const'), saying(head, 'enum', 'const'))
    const keyword = places.head?.keyword ?? places.base?.keyword ?? 'enum'
    return [{ level: lost.length === 0 ? 'minor' : 'major', keyword, message: choiceMessage(sides, lost, gained), ...places } satisfies Difference]
  },
}

type Unlisted = ReturnType<typeof unlisted>

function choiceMessage({ head, hidden }: Sides, lost: Unlisted, gained: Unlisted): Message {
  if (lost === 'others') return say`only ${valueList(head.listed?.values ?? [], hidden)} ${verb(head.listed?.values.length ?? 0)} accepted now`
  if (gained === 'others') return say`other values than those listed are accepted too`
  if (lost.length === 0) return say`${valueList(gained, hidden)} ${verb(gained.length)} accepted too`
  const less = say`${valueList(lost, hidden)} ${verb(lost.length)} no longer accepted`
  return gained.length === 0 ? less : say`${less}, and ${valueList(gained, hidden)} ${verb(gained.length)} accepted now`
}

function verb(count: number): Message {
  return count === 1 ? say`is` : say`are`
}
