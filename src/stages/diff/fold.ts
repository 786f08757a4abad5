import type { Change, ShadowedEdit, Side } from '../../core/change.ts'
import { compareText } from '../../core/collector.ts'
import type { Location } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { sameValue } from '../../core/value.ts'

/** What one environment has; an environment may come several times, with a document each time. */
export interface PerEnvironment<Item> {
  readonly environment: string
  readonly changes: Iterable<Item>
}

/**
 * Folds the changes of many environments: what is the same in several (values, origins and what they shadow) becomes
 * one change with all of their names. By document; in it by pointer, in the order of the documents; then by the first
 * environment. The order of the input counts only within an environment.
 */
export function foldChanges(perEnvironment: Iterable<PerEnvironment<Change>>): Change[] {
  const originOf = ({ before, after }: Change): string => `${textOf(before?.location)} ${textOf(after?.location)}`
  return fold(perEnvironment, { originOf, same: sameChange })
}

/** Folds shadowed edits likewise: the same edit, without effect for the same reason. */
export function foldShadowedEdits(perEnvironment: Iterable<PerEnvironment<ShadowedEdit>>): ShadowedEdit[] {
  return fold(perEnvironment, { originOf: ({ edit, by }) => `${textOf(edit)} ${textOf(by)}`, same: sameEdit })
}

/** How items of a kind are told apart; `originOf` is the same for items that are. */
interface Kind<Item> {
  readonly originOf: (item: Item) => string
  readonly same: (a: Item, b: Item) => boolean
}

const textOf = (at: Location | undefined): string => `${at?.file ?? at?.variable ?? ''}:${at?.line ?? ''}:${at?.column ?? ''}`

interface Foldable {
  readonly document: string
  readonly tokens: Tokens
  readonly kind: Change['kind'] | ShadowedEdit['kind']
  readonly environments: readonly string[]
}

interface Variant<Item> {
  readonly item: Item
  readonly environments: string[]
}

/** All that is said of one pointer, linked to the next one in document order. */
interface Spot<Item> {
  readonly variants: Variant<Item>[]
  /** The variants by where they come from: with 500 environments few pairs are worth a comparison. */
  readonly byOrigin: Map<string, Variant<Item>[]>
  next: Spot<Item> | undefined
}

interface Sheet<Item> {
  readonly start: Spot<Item>
  readonly spots: Map<string, Spot<Item>>
}

function fold<Item extends Foldable>(perEnvironment: Iterable<PerEnvironment<Item>>, kind: Kind<Item>): Item[] {
  const sheets = new Map<string, Sheet<Item>>()
  const sorted = [...perEnvironment].sort((a, b) => compareText(a.environment, b.environment))
  for (const { environment, changes } of sorted) {
    const last = new Map<string, Spot<Item>>() // of each document
    for (const item of changes) {
      const sheet = sheetOf(sheets, item.document)
      const spot = spotOf(sheet, item, last.get(item.document) ?? sheet.start)
      last.set(item.document, spot)
      add(spot, item, environment, kind)
    }
  }
  return [...sheets].sort(([a], [b]) => compareText(a, b)).flatMap(([, sheet]) => [...written(sheet)])
}

function sheetOf<Item>(sheets: Map<string, Sheet<Item>>, document: string): Sheet<Item> {
  const known = sheets.get(document)
  if (known !== undefined) return known
  const sheet: Sheet<Item> = { start: emptySpot(undefined), spots: new Map() }
  sheets.set(document, sheet)
  return sheet
}

/** The spot of an item's pointer; a new one comes after the spot that precedes it in its own environment. */
function spotOf<Item extends Foldable>(sheet: Sheet<Item>, item: Item, last: Spot<Item>): Spot<Item> {
  // An item that is gone has the index it had, at which another item may stand now.
  const key = `${item.kind === 'removed' ? '-' : ''}${item.tokens.join('\u0000')}`
  let spot = sheet.spots.get(key)
  if (spot === undefined) {
    spot = emptySpot(last.next)
    last.next = spot
    sheet.spots.set(key, spot)
  }
  return spot
}

function emptySpot<Item>(next: Spot<Item> | undefined): Spot<Item> {
  return { variants: [], byOrigin: new Map(), next }
}

function add<Item>(spot: Spot<Item>, item: Item, environment: string, { originOf, same }: Kind<Item>): void {
  const origin = originOf(item)
  let candidates = spot.byOrigin.get(origin)
  if (candidates === undefined) spot.byOrigin.set(origin, (candidates = []))
  const known = candidates.find((variant) => same(variant.item, item))
  if (known !== undefined) {
    if (known.environments.at(-1) !== environment) known.environments.push(environment)
    return
  }
  const fresh = { item, environments: [environment] }
  candidates.push(fresh)
  spot.variants.push(fresh)
}

function* written<Item extends Foldable>(sheet: Sheet<Item>): Generator<Item> {
  for (let spot = sheet.start.next; spot !== undefined; spot = spot.next) {
    for (const { item, environments } of spot.variants) yield { ...item, environments }
  }
}

function sameChange(a: Change, b: Change): boolean {
  return (
    a.kind === b.kind &&
    a.whole === b.whole &&
    a.secret === b.secret &&
    a.resealed === b.resealed &&
    a.reload === b.reload &&
    (a.beforeTokens ?? a.tokens).join('\u0000') === (b.beforeTokens ?? b.tokens).join('\u0000') &&
    sameLocation(a.removedBy, b.removedBy) &&
    sameSide(a.before, b.before) &&
    sameSide(a.after, b.after)
  )
}

function sameSide(a: Side | undefined, b: Side | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    sameLocation(a.location, b.location) &&
    sameLocation(a.via, b.via) &&
    a.environment === b.environment &&
    a.shadowed.length === b.shadowed.length &&
    a.shadowed.every((location, i) => sameLocation(location, b.shadowed[i])) &&
    sameValue(a.value, b.value)
  )
}

function sameEdit(a: ShadowedEdit, b: ShadowedEdit): boolean {
  return a.kind === b.kind && a.reason === b.reason && sameLocation(a.edit, b.edit) && sameLocation(a.by, b.by)
}

function sameLocation(a: Location | undefined, b: Location | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.file === b.file &&
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn &&
    a.variable === b.variable &&
    a.environment === b.environment
  )
}
