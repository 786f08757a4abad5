import { targetText, type Effective, type ReferenceTarget } from '../../core/effective.ts'
import type { Related } from '../../core/finding.ts'
import { placeIn } from '../../core/layer.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import { pointer } from '../../core/pointer.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { RuleId } from '../../core/rules.ts'
import { childHint } from './hints.ts'
import { MAX_BROUGHT, MAX_HINTS, MAX_TEXT } from './limits.ts'
import type { Failure } from './nodes.ts'
import { placeNear } from './place.ts'
import type { Resolver } from './resolver.ts'

const tooLarge = say`this makes a text of more than ${MAX_TEXT} characters, or brings more than ${MAX_BROUGHT} characters and values into the document`

/** Rule, message and related places of a finding. */
export type Wording = readonly [rule: RuleId, message: Message, related?: readonly Related[]]

/** Words the findings about the references of one document. */
export class Problems {
  readonly #effective: Effective
  readonly #resolver: Resolver
  #hints = 0

  constructor(effective: Effective, resolver: Resolver) {
    this.#effective = effective
    this.#resolver = resolver
  }

  /** @param target what the reference leads to, where it could be read that far */
  word(failure: Failure, target: ReferenceTarget | undefined): Wording {
    switch (failure.is) {
      case 'malformed':
        return ['link/syntax', failure.why]
      case 'nested':
        return ['link/syntax', say`${this.#named(target)} holds a reference itself, and labels and variables are not resolved`]
      case 'not-scalar':
        return ['link/not-scalar', this.#notScalar(failure, target)]
      case 'too-large':
        return ['link/too-large', tooLarge]
      case 'too-deep':
        return ['link/too-large', say`with what ${this.#named(target)} leads to, this document would be nested more than ${MAX_DEPTH} deep`]
      case 'no-variable':
        return ['link/dangling', this.#noVariable(target), this.#environmentHere()]
      case 'no-document':
        return ['link/dangling', this.#noDocument(target)]
      case 'no-value':
        return this.#noValue(failure, target)
    }
  }

  #notScalar({ kind }: Extract<Failure, { is: 'not-scalar' }>, target: ReferenceTarget | undefined): Message {
    const what = kind === 'null' ? say`null` : say`a ${kind}`
    return say`${this.#named(target)} is ${what}, which cannot stand in a text: only strings, numbers and booleans can`
  }

  #noDocument(target: ReferenceTarget | undefined): Message {
    const document = target?.of === 'document' ? target.document : ''
    const environment = name(this.#effective.environment.name)
    const { documents } = this.#resolver
    if (documents.has(document)) return say`${name(document)} exists, but not in ${environment}`
    return say`there is no document ${name(document)}${this.#hint(() => this.#resolver.documentHint(document))}`
  }

  #noVariable(target: ReferenceTarget | undefined): Message {
    const { environment } = this.#effective
    const variable = target?.of === 'variable' ? target.variable : ''
    const hint = this.#hint(() => didYouMean(variable, Object.keys(environment.variables)))
    return say`${name(environment.name)} has no variable ${name(variable)}${hint}`
  }

  #noValue(
    { tokens, token, parent }: Extract<Failure, { is: 'no-value' }>,
    target: ReferenceTarget | undefined,
  ): Wording {
    const missing = name(pointer([...tokens, token]))
    const hint = () => this.#hint(() => childHint(parent, tokens, token))
    if (target?.of !== 'document') {
      const message = say`the environment ${name(this.#effective.environment.name)} has no ${missing}${hint()}`
      return ['link/dangling', message, this.#environmentHere()]
    }
    const effective = this.#resolver.lookup(target.document)
    const removedBy = effective?.originsAt([...tokens, token]).removedBy
    if (removedBy !== undefined) {
      const related = { message: say`removed here`, place: placeIn(removedBy.layer, removedBy.tokens, 'value') }
      return ['link/dangling', say`${name(target.document)} has no ${missing}`, [related]]
    }
    const message = say`${name(target.document)} has no ${missing}${hint()}`
    if (effective === undefined) return ['link/dangling', message]
    const related = { message: say`this is the nearest that exists`, place: placeNear(effective, tokens, 'key') }
    return ['link/dangling', message, [related]]
  }

  /** Where the environment is defined; an environment that was learned from paths has no such place. */
  #environmentHere(): readonly Related[] {
    const { definition } = this.#effective.environment
    if (definition.definedIn === undefined) return []
    return [{ message: say`${name(definition.name)} is defined here`, place: definition.place }]
  }

  #named(target: ReferenceTarget | undefined): Message {
    return target === undefined ? say`this` : say`${name(targetText(target))}`
  }

  /** Looking for near names costs a comparison with every known one: not more often than a person would read. */
  #hint(look: () => Message): Message {
    return this.#hints++ < MAX_HINTS ? look() : say``
  }
}
