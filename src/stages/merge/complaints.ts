import type { Environment } from '../../core/environment.ts'
import { finding, type FindingExtras, type Report } from '../../core/finding.ts'
import { placeIn, type Layer } from '../../core/layer.ts'
import { name, say, shown, type Message } from '../../core/message.ts'
import { Opaque } from '../../core/opaque.ts'
import { inVariable, type Place } from '../../core/place.ts'
import { pointer, type Pointer, type Tokens } from '../../core/pointer.ts'
import type { RuleId } from '../../core/rules.ts'
import { strategyAtKey } from '../../core/strategy.ts'
import { isList, isMapping, kindOf, own, type Value } from '../../core/value.ts'
import { tokensTo } from './path.ts'
import { lowTokensTo, type Spot } from './spot.ts'

export interface ComplaintsAbout {
  readonly layer: Layer
  readonly environment: Pick<Environment, 'name' | 'protected'>
  readonly report: Report
  /** Where the value at a pointer, as it was before this layer, is set. Costs a replay: asked only for findings. */
  readonly placeBelow: (tokens: Tokens) => Place | undefined
}

/** Words the findings about one layer, each with its exact places. */
export class Complaints {
  readonly #about: ComplaintsAbout
  /** Where a tag was out of place last: what follows from leaving it out there is no other mistake. */
  #misplaced: Spot | undefined

  constructor(about: ComplaintsAbout) {
    this.#about = about
  }

  removesNothing(spot: Spot): void {
    if (this.#isName(spot)) return
    this.#say('merge/removes-nothing', spot, say`this removes ${at(spot)}, which nothing below sets`)
  }

  removesNoElement(element: Value, key: string, spot: Spot): void {
    const what = this.#keyed(element, key, spot)
    this.#say('merge/removes-nothing', spot, say`no element below has ${what}, so this removes nothing`)
  }

  kindChange(low: Value, high: Value, spot: Spot): void {
    if (spot === this.#misplaced || this.#isName(spot)) return
    const message = say`${at(spot)} is a ${shapeOf(low)} below and a ${shapeOf(high)} here`
    this.#say('merge/kind-change', spot, message, this.#replaces(spot))
  }

  secretExposed(high: Value, spot: Spot): void {
    const message = say`${at(spot)} is a secret below and a plain ${shapeOf(high)} here`
    const serious = this.#about.environment.protected || spot.strategy?.secret === true
    const severity = serious ? 'error' : 'warning'
    this.#say('merge/secret-exposed', spot, message, { ...this.#replaces(spot), severity })
  }

  tagMisplaced(tag: string, high: Value, spot: Spot): void {
    const message =
      tag === '!merge' && isList(high)
        ? say`${name(tag)} cannot merge ${at(spot)}: the schema names no key (x-merge) for this list; use !append, !prepend or !replace`
        : say`${name(tag)} is for ${tag === '!merge' ? say`mappings and keyed lists` : say`lists`}, and ${at(spot)} is ${a(high)}`
    this.#misplaced = spot
    this.#say('merge/tag-misplaced', spot, message)
  }

  /** `element` lacks the key, holds something there that cannot be compared, or is no mapping. */
  keyMissing(element: Value, key: string, spot: Spot): void {
    const said = isMapping(element) ? own(element, key) : undefined
    const merged = say`this list is merged by "${name(key)}"`
    const message = !isMapping(element)
      ? say`${at(spot)} is ${a(element)}; ${merged}, so its items must be mappings that have it`
      : said === undefined
        ? say`${at(spot)} has no "${name(key)}"; ${merged}, so every item needs it`
        : say`"${name(key)}" of ${at(spot)} is ${a(said)}; ${merged}, so it must be a plain scalar`
    this.#say('merge/key-missing', spot, message)
  }

  keyDuplicate(element: Value, key: string, spot: Spot, first: number): void {
    const message = say`two elements of this layer have ${this.#keyed(element, key, spot)}; layers above reach only the first`
    const place = placeIn(this.#about.layer, [...tokensTo(spot).slice(0, -1), String(first), key], 'value')
    this.#say('merge/key-duplicate', spot, message, { related: [{ message: say`first used here`, place }] })
  }

  /** Run variables whose pointers lead into a list: said where `cairn.yaml` maps them, since the pointer is wrong. */
  intoList(spot: Spot): void {
    const { layer, environment, report, placeBelow } = this.#about
    if (layer.from !== 'variables') return
    const list = tokensTo(spot)
    const place = placeBelow(list)
    const related = place === undefined ? [] : [{ message: say`the list`, place }]
    for (const [path, variable] of layer.names) {
      const tokens = path.split('\u0000')
      if (!list.every((token, i) => token === tokens[i])) continue
      const rule = say`run variables set keys of mappings, never items of a list`
      const message = say`${name(variable)} is to set ${pointer(tokens)}, and ${at(spot)} is a list: ${rule}`
      const mapped = layer.mappedAt?.get(variable) ?? inVariable(variable)
      report(finding('config/bad-value', mapped, message, { related, environment: environment.name }))
    }
  }

  /** Whether the layout reads a name here: one layer may be of an environment, another of a list of some. */
  #isName(spot: Spot): boolean {
    const { layer } = this.#about
    if (layer.from !== 'file' || layer.namedAt === undefined) return false
    const path = pointer(tokensTo(spot))
    return layer.namedAt.some((tokens) => pointer(tokens) === path)
  }

  /** `"name" "x"`; without the value where it must not be shown. */
  #keyed(element: Value, key: string, spot: Spot): Message {
    const secret = strategyAtKey(spot.strategy, key)?.secret === true
    const id = secret || !isMapping(element) ? undefined : shown(own(element, key) ?? null)
    return id === undefined ? say`the same "${name(key)}"` : say`"${name(key)}" ${id}`
  }

  #replaces(spot: Spot): FindingExtras {
    const place = this.#about.placeBelow(lowTokensTo(spot))
    return place === undefined ? {} : { related: [{ message: say`replaces the value set here`, place }] }
  }

  #say(rule: RuleId, spot: Spot, message: Message, extras: FindingExtras = {}): void {
    const { layer, environment, report } = this.#about
    report(finding(rule, placeIn(layer, tokensTo(spot), 'value'), message, { ...extras, environment: environment.name }))
  }
}

function at(spot: Spot): Pointer | Message {
  return spot.up === undefined ? say`the document` : pointer(tokensTo(spot))
}

function shapeOf(value: Value): 'mapping' | 'list' | Message {
  if (isMapping(value)) return 'mapping'
  return isList(value) ? 'list' : say`scalar`
}

function a(value: Value): Message {
  if (value === null) return say`null`
  return value instanceof Opaque ? say`a ${value.opaque} value` : say`a ${kindOf(value)}`
}
