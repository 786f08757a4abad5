import { finding, type Report } from '../../core/finding.ts'
import { shown } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import type { Place } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import { choiceOf, KIND, kindsAt, type Kinds } from '../../core/schema/allowed.ts'
import { decide } from '../../core/schema/decide.ts'
import { separator } from '../../core/schema/extensions.ts'
import { narrowed } from '../../core/schema/narrow.ts'
import { mayHoldReference } from '../../core/schema/reference-text.ts'
import { enter, isSecretAt, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { isWithheld } from '../../core/secret-name.ts'
import { isList, isMapping, own, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { branched } from './branches.ts'
import { misfitMessage } from './misfit.ts'
import { splitText } from './split.ts'
import { readText } from './texts.ts'

/** What typing needs to know of the layer. */
export interface TypingContext {
  /** Where the layer says what it says at a pointer. */
  readonly placeAt: (tokens: Tokens) => Place
  /** What the layers below say: a tag that stands there chooses a branch here as well. */
  readonly below?: Value
  /** The environment, where `below` depends on one. */
  readonly environment?: string
  readonly report: Report
}

/**
 * Gives the texts of a string-only layer (INI, dotenv, run variables) the types that the schema allows where they
 * stand. Where it allows a string, or says nothing, a text stays one; else it is what `readText` makes of it; where it
 * allows a list and `x-split` says what separates them, the items are. A text that is none of what is allowed is a
 * `type/misfit`, and a hole. A text with a reference stays as it is: its type is the target's. Pure; shares what stays
 * the same.
 */
export function typeStrings(value: Value, root: SchemaNode, context: TypingContext): Value {
  return new Typing(root, context).typed(value, enter(root), [], context.below)
}

class Typing {
  readonly #root: SchemaNode
  readonly #context: TypingContext
  /** Where the text stands of which the items are typed: they have no places of their own. */
  #whole: Tokens | undefined

  constructor(root: SchemaNode, context: TypingContext) {
    this.#root = root
    this.#context = context
  }

  typed(value: Value, scope: Scope, tokens: Tokens, below: Value | undefined): Value {
    if (typeof value === 'string') return this.#text(value, scope, tokens)
    if (isMapping(value)) return this.#mapping(value, scope, tokens, below)
    return isList(value) ? this.#list(value, scope, tokens) : value
  }

  #mapping(mapping: Mapping, scope: Scope, tokens: Tokens, below: Value | undefined): Mapping {
    const lower = isMapping(below) ? below : {}
    const known = branched(narrowed(scope, KIND.mapping), mapping, lower)
    let out: MutableMapping | undefined
    for (const key of Object.keys(mapping)) {
      const said = mapping[key] as Value
      const typed = this.typed(said, known.atKey(key), [...tokens, key], own(lower, key))
      if (typed !== said) put((out ??= { ...mapping }), key, typed)
    }
    return out ?? mapping
  }

  #list(list: readonly Value[], scope: Scope, tokens: Tokens): readonly Value[] {
    const known = narrowed(scope, KIND.list)
    const items: Value[] = []
    let changed = false
    for (const [i, item] of list.entries()) {
      const typed = this.typed(item, known.atItem(i), [...tokens, String(i)], undefined)
      items.push(typed)
      if (typed !== item) changed = true
    }
    return changed ? items : list
  }

  #split(items: readonly string[], scope: Scope, tokens: Tokens): readonly Value[] {
    const outer = this.#whole
    this.#whole ??= tokens
    const typed = this.#list(items, scope, tokens)
    this.#whole = outer
    return typed
  }

  #text(text: string, scope: Scope, tokens: Tokens): Value {
    const allowed = kindsAt(scope)
    if ((allowed & KIND.list) !== 0 && tokens.length < MAX_DEPTH) {
      const between = separator(decide(narrowed(scope, KIND.list), 'x-split')?.value)
      if (between !== undefined) return this.#split(splitText(text, between), scope, tokens)
    }
    if (allowed === 0 || mayHoldReference(text)) return text
    if ((allowed & KIND.string) !== 0) return listedAs(text, scope, allowed) ?? text
    const read = readText(text, allowed)
    if (read.no === undefined) return read.value
    const { report, placeAt, environment } = this.#context
    const visible = isSecretAt(this.#root, tokens) || isWithheld(text, tokens) ? undefined : shown(text)
    const extras = environment === undefined ? {} : { environment }
    report(finding('type/misfit', placeAt(this.#whole ?? tokens), misfitMessage(tokens, allowed, read.no, visible), extras))
    return HOLE
  }
}

/** What a text means that is no string of an `enum` or `const`, where those list what it means instead. */
function listedAs(text: string, scope: Scope, allowed: Kinds): Value | undefined {
  const choices = scope.nodes.map(choiceOf).filter((choice) => choice !== undefined)
  if (choices.every((choice) => choice.includes(text))) return undefined
  const { value } = readText(text, allowed & ~KIND.string)
  return value !== undefined && choices.every((choice) => choice.includes(value)) ? value : undefined
}
