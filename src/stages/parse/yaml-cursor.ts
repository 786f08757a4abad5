import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml'
import { afterFlow, afterIndicator, blockHeader, skipBlank, withoutEmptyLines } from './yaml-text.ts'

const COLON = 0x3a
const DASH = 0x2d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const CLOSE_BRACKET = 0x5d

/**
 * Follows the events through the text and works out the places that they leave out: ends of collections, empty scalars,
 * quotes and block headers. `at` is where the last token that has been taken ends.
 */
export class YamlCursor {
  readonly #text: string
  at = 0

  constructor(text: string) {
    this.#text = text
  }

  /**
   * Takes a scalar and returns where it starts: quotes and block header included, tag and anchor not.
   *
   * @param indicator what promises a value here; an empty scalar stands after it.
   */
  takeScalar(event: ScalarEvent, indicator: ':' | '-' | ''): number {
    if (event.valueStart < 0) return this.#takeEmpty(event, indicator)
    const from = this.at
    switch (event.style) {
      case SCALAR_STYLE.PLAIN:
        this.at = event.valueEnd
        return event.valueStart
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        this.at = event.valueEnd + 1
        return event.valueStart - 1
      default:
        this.at = event.valueEnd
        if (event.chomping !== CHOMPING_MODE.KEEP) this.at = withoutEmptyLines(this.#text, event.valueStart, this.at)
        return blockHeader(this.#text, Math.max(from, event.tagEnd, event.anchorEnd), event.valueStart)
    }
  }

  /** Takes a key, which may be empty: it then stands before its `:`. */
  takeKey(event: ScalarEvent): number {
    const start = this.takeScalar(event, '')
    if (!isAbsent(event)) return start
    this.at = skipBlank(this.#text, this.at)
    return this.at
  }

  /** An empty scalar stands where its tag or anchor stands, else after the indicator. */
  #takeEmpty(event: ScalarEvent, indicator: ':' | '-' | ''): number {
    if (isAbsent(event)) {
      if (indicator !== '') this.at = afterIndicator(this.#text, this.at, indicator === ':' ? COLON : DASH)
      return this.at
    }
    this.at = Math.max(event.tagEnd, event.anchorEnd)
    return startOf(event, this.at)
  }

  /** Takes the end of a collection and returns it. A pair in a flow list (`[a: b]`) has no bracket of its own. */
  takeEnd(event: SequenceEvent | MappingEvent): number {
    if (this.at <= event.start) this.at = event.start + 1
    if (event.style !== COLLECTION_STYLE.FLOW) return this.at
    if (event.type === EVENT_ID.SEQUENCE) this.at = afterFlow(this.#text, this.at, CLOSE_BRACKET)
    else if (this.#text.charCodeAt(event.start) === OPEN_BRACE) this.at = afterFlow(this.#text, this.at, CLOSE_BRACE)
    return this.at
  }

  /** Takes whatever of a node's places an event has. */
  pass(event: Event): void {
    if (event.type === EVENT_ID.SCALAR) this.takeScalar(event, '')
    else this.at = Math.max(this.at, startOf(event, this.at))
  }
}

/** Whether an event is a scalar of which nothing stands in the text. */
export function isAbsent(event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0 && !hasProperties(event)
}

/** Whether a tag or an anchor stands before a scalar. */
export function hasProperties(event: ScalarEvent): boolean {
  return event.tagStart >= 0 || event.anchorStart >= 0
}

/** Where a node starts, its tag and anchor included; `otherwise` for what stands nowhere. */
export function startOf(event: Event, otherwise: number): number {
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return otherwise
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1
  let start = event.type === EVENT_ID.SCALAR ? event.valueStart : event.start
  if (event.type === EVENT_ID.SCALAR && isQuoted(event)) start--
  if (event.tagStart >= 0 && (start < 0 || event.tagStart < start)) start = event.tagStart
  if (event.anchorStart >= 0 && (start < 0 || event.anchorStart - 1 < start)) start = event.anchorStart - 1
  return start < 0 ? otherwise : start
}

function isQuoted({ style, valueStart }: ScalarEvent): boolean {
  return valueStart >= 0 && (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
}
