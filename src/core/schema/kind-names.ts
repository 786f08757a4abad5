import { list, say, type Message } from '../message.ts'
import { KIND, type Kinds } from './allowed.ts'

const NAMES: readonly (readonly [kind: Kinds, name: Message])[] = [
  [KIND.string, say`a string`],
  [KIND.fraction, say`a number`],
  [KIND.integer, say`an integer`],
  [KIND.boolean, say`a boolean`],
  [KIND.null, say`null`],
  [KIND.list, say`a list`],
  [KIND.mapping, say`a mapping`],
]

/** `an integer or null`. */
export function kindNames(kinds: Kinds): Message {
  const names: Message[] = []
  for (const [kind, name] of NAMES) {
    const said = kind === KIND.integer && (kinds & KIND.fraction) !== 0
    if ((kinds & kind) !== 0 && !said) names.push(name)
  }
  return names.length === 0 ? say`nothing at all` : list(names, 'or')
}
