import { say, type Message, type Shown } from '../../core/message.ts'
import { pointer, type Pointer, type Tokens } from '../../core/pointer.ts'
import { KIND, type Kinds } from '../../core/schema/allowed.ts'
import { kindNames } from '../../core/schema/kind-names.ts'
import type { NoValue } from './texts.ts'

/** Says what is wrong with a text where the schema takes no string. `text` is absent where it must not be shown. */
export function misfitMessage(tokens: Tokens, allowed: Kinds, no: NoValue, text: Shown | undefined): Message {
  const where = tokens.length === 0 ? say`the document` : pointer(tokens)
  if ((allowed & SINGLE) === 0) return collectionMessage(where, allowed)
  return say`${where} takes ${kindNames(allowed)}, and ${text ?? say`this text`} is none${HINTS[no]}`
}

function collectionMessage(where: Message | Pointer, allowed: Kinds): Message {
  if ((allowed & KIND.list) === 0) return say`${where} takes a mapping, and this is one text: set the keys below it`
  return say`${where} takes a list, and this is one text: say with "x-split" in the schema what separates the items, or set it in a YAML, JSON or TOML file`
}

/** Kinds other than string that one text can be. */
const SINGLE = KIND.integer | KIND.fraction | KIND.boolean | KIND.null

const HINTS: Readonly<Record<NoValue, Message>> = {
  'text': say``,
  'blanks': say`: the blanks around it count, take them away`,
  'boolean-word': say`: write true or false`,
  'unsafe-integer': say`: it is beyond ±${Number.MAX_SAFE_INTEGER} and would be rounded`,
  'out-of-range': say`: a double cannot hold it`,
  'not-finite': say`: infinity and NaN are no JSON numbers`,
  'not-decimal': say`: write it in decimal`,
}
