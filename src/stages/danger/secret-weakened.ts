import { name, say, type Message } from '../../core/message.ts'
import { inBase, inFile, inSpan, locate, type Place } from '../../core/place.ts'
import type { SealedChange } from '../../core/sops/sealed-change.ts'
import { fieldPlace } from '../../core/sops/sealed-file.ts'
import type { Selector } from '../../core/sops/select.ts'
import type { Danger } from './found.ts'
import type { FindDangers } from './input.ts'

/** Encrypted files that guard less than they did. A MAC that is gone, or a layer's value in clear, is told as such. */
export const secretWeakened: FindDangers<'danger/secret-weakened'> = ({ sealed }) => {
  const dangers: Danger[] = []
  for (const change of sealed) {
    const { environments } = change
    for (const { message, place, was } of weaknessesOf(change)) {
      const related = was === undefined ? [] : [{ message: say`the base says it here`, location: inBase(locate(was)) }]
      dangers.push({ rule: 'danger/secret-weakened', message, location: locate(place), related, environments })
    }
  }
  return dangers
}

interface Weakness {
  readonly message: Message
  readonly place: Place
  readonly was?: Place
}

function* weaknessesOf({ path, before, after, inClear, leftOut }: SealedChange): Generator<Weakness> {
  if (before === undefined) return
  if (inClear) yield { message: say`this file was encrypted, and is in clear now`, place: inFile(path) }
  if (after === undefined) return
  const [was, is] = [before.metadata, after.metadata]
  const saidBy = (field: string) => ({ place: fieldPlace(after, field), was: fieldPlace(before, field) })
  if (is.threshold < was.threshold) {
    const [now, then] = [groupsText(is.threshold), groupsText(was.threshold)]
    yield { ...saidBy('shamir_threshold'), message: say`keys of ${now} open this file now, and it took those of ${then}` }
  }
  if (is.macOnlyEncrypted && !was.macOnlyEncrypted) {
    const message = say`the MAC of this file does not cover its values in clear any more: nobody can tell whether they were changed`
    yield { ...saidBy('mac_only_encrypted'), message }
  }
  const [first] = leftOut
  if (first === undefined) return
  const message = leftOutText(leftOut.length, is.selector)
  yield { message, place: inSpan(after.source, first.start, first.end), was: fieldPlace(before, was.selector.kind) }
}

function leftOutText(count: number, { kind, pattern }: Selector): Message {
  const said = say`${name(kind)} ${name(pattern)}`
  if (count === 1) return say`a value of this file stands in clear, since ${said} leaves it out: as the base has it it would be encrypted`
  return say`${count} values of this file stand in clear, since ${said} leaves them out: as the base has it they would be encrypted`
}

const groupsText = (count: number): Message => (count === 1 ? say`one key group` : say`${count} key groups`)
