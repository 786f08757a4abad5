import { EVENT_ID, type Event } from 'js-yaml'
import { isAbsent } from './yaml-cursor.ts'

/** Reads a flat list of YAML events, one after the other. A node is its event, or all events up to its closing one. */
export class EventReader {
  readonly #events: readonly Event[]
  #next = 0

  constructor(events: readonly Event[]) {
    this.#events = events
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#events.length
  }

  /** The next event, which must be there: events are well nested. */
  peek(): Event {
    return this.#events[this.#next] as Event
  }

  take(): Event {
    return this.#events[this.#next++] as Event
  }

  /** What stands in the document that comes next. */
  peekContent(): Event {
    return this.#events[this.#next + 1] as Event
  }

  /** Whether the document that comes next is the last one and has nothing in it. */
  isEmptyDocument(): boolean {
    return this.#next + 3 === this.#events.length && isAbsent(this.peekContent())
  }

  /** Takes the next node and shows each of its events. */
  takeNode(look: (event: Event) => void): void {
    const end = this.#nodeEnd(this.#next)
    while (this.#next < end) look(this.take())
  }

  /** Whether exactly one pair of nodes is left before the mapping that is being read ends. */
  isOnlyPair(): boolean {
    return this.#events[this.#nodeEnd(this.#nodeEnd(this.#next))]?.type === EVENT_ID.POP
  }

  #nodeEnd(from: number): number {
    let at = from
    let open = 0
    do {
      const type = this.#events[at++]?.type
      if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open++
      else if (type === EVENT_ID.POP) open--
    } while (open > 0)
    return at
  }
}
