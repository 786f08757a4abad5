import type { Value } from '../../core/value.ts'
import { ElementCheck, idOf, isRemoval, type ElementId } from './elements.ts'
import { siteOf, type Fold, type Folding } from './folding.ts'
import { itemSpot, type Spot } from './spot.ts'
import { take } from './take.ts'
import { Trace, type Site } from './trace.ts'

interface KeyedContext {
  readonly spot: Spot
  readonly run: Folding
  readonly fold: Fold
}

/**
 * Merges a list whose elements are told apart by a key. The order of `low` is kept: an element of `high` is merged with
 * the one that has its key, appended as written where there is none, and with `$remove` takes it away.
 */
export function foldKeyed(
  low: readonly Value[],
  high: readonly Value[],
  key: string,
  { spot, run, fold }: KeyedContext,
): readonly Value[] {
  const list = new KeyedList(low, key, spot)
  const check = new ElementCheck(key, run.complaints)
  for (let i = 0; i < high.length; i++) {
    const element = high[i] as Value
    const position = list.positionOf(idOf(element, key))
    const child = itemSpot(spot, i, position ?? i, list.traceAt(position))
    const id = check.next(element, i, child)
    if (isRemoval(element)) {
      if (position === undefined && id !== undefined) run.complaints?.removesNoElement(element, key, child)
      if (id !== undefined) list.remove(id, siteOf(child, run))
    } else if (position !== undefined) {
      list.values[position] = fold(list.values[position], element, child, run)
    } else {
      const trace = spot.trace && new Trace(siteOf(child, run))
      list.append(take(element, { ...child, trace }, run, 'keep'), trace)
    }
  }
  return list.finish()
}

/** A keyed list under construction. Positions are those of `low` until it is finished. */
class KeyedList {
  readonly values: (Value | undefined)[]
  readonly #positions = new Map<ElementId, number>()
  readonly #trace: Trace | undefined
  readonly #traces: (Trace | undefined)[] | undefined

  constructor(low: readonly Value[], key: string, { trace }: Spot) {
    this.values = [...low]
    this.#trace = trace
    this.#traces = trace && [...trace.itemTraces(low.length)]
    for (const [i, element] of low.entries()) {
      const id = idOf(element, key)
      if (id !== undefined && !this.#positions.has(id)) this.#positions.set(id, i)
    }
  }

  positionOf(id: ElementId | undefined): number | undefined {
    return id === undefined ? undefined : this.#positions.get(id)
  }

  traceAt(position: number | undefined): Trace | undefined {
    return position === undefined ? undefined : this.#traces?.[position]
  }

  append(value: Value, trace: Trace | undefined): void {
    this.values.push(value)
    this.#traces?.push(trace)
  }

  /** Takes an element away. Its trace can still be asked for at its old position, where nothing has moved there. */
  remove(id: ElementId, site: Site): void {
    const position = this.#positions.get(id)
    if (position === undefined) return
    this.#positions.delete(id)
    this.values[position] = undefined
    const gone = this.#traces?.[position]
    if (gone === undefined || this.#traces === undefined) return
    gone.removedBy(site)
    this.#trace?.keepGone(String(position), gone)
    this.#traces[position] = undefined
  }

  finish(): readonly Value[] {
    if (this.#trace !== undefined) this.#trace.items = this.#traces?.filter((trace) => trace !== undefined)
    return this.values.filter((value) => value !== undefined)
  }
}
