import type { AliasEvent } from 'js-yaml'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { nearest } from '../../core/nearest.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import type { TagTree } from '../../core/tree.ts'
import type { Value } from '../../core/value.ts'

/** What an anchor stands for. */
export interface Anchor {
  readonly value: Value
  /** The anchored node; -1 where there is none, as with an anchored key. */
  readonly node: number
  /** How many nodes it and what is below it count, those of aliases as often as they are used. */
  readonly size: number
  /** How many collections it is deep. */
  readonly height: number
  /** Its text, if it can serve as a key. */
  readonly key: string | undefined
  readonly tags: TagTree | undefined
}

/** An anchor in something that was left out, with a finding. */
export const LEFT_OUT: Anchor = { value: HOLE, node: -1, size: 1, height: 0, key: undefined, tags: undefined }
/** An anchor whose node is not finished: an alias to it would make a value contain itself. */
const UNFINISHED: Anchor = { ...LEFT_OUT }

/** So many unknown names of a file are compared with the known ones, to suggest what was meant. */
const MOST_SUGGESTIONS = 10

/** Any event that can carry an anchor. */
export interface Anchored {
  readonly anchorStart: number
  readonly anchorEnd: number
}

/** The anchors of the document that is being composed, by name; a name may be given again, and the last one counts. */
export class Anchors {
  readonly #source: Source
  readonly #report: Report
  readonly #known = new Map<string, Anchor>()
  #suggestions = 0

  constructor(source: Source, report: Report) {
    this.#source = source
    this.#report = report
  }

  /** Forgets all: anchors belong to their document. */
  clear(): void {
    this.#known.clear()
  }

  set(event: Anchored, anchor: Anchor): void {
    this.#known.set(this.#nameOf(event), anchor)
  }

  /** Announces an anchor whose node is being read. */
  begin(event: Anchored): void {
    this.#known.set(this.#nameOf(event), UNFINISHED)
  }

  /** What an alias stands for; `undefined` (reported) where no anchor has its name, or the one that has is not done. */
  resolve(event: AliasEvent): Anchor | undefined {
    const wanted = this.#nameOf(event)
    const anchor = this.#known.get(wanted)
    if (anchor !== undefined && anchor !== UNFINISHED) return anchor
    const place = inSpan(this.#source, event.anchorStart - 1, event.anchorEnd)
    const message = anchor === undefined ? this.#unknown(wanted) : say`this alias stands inside its own anchor`
    this.#report(finding('parse/unknown-anchor', place, message))
    return undefined
  }

  #unknown(wanted: string): Message {
    const near = this.#suggestions++ < MOST_SUGGESTIONS ? nearest(wanted, this.#known.keys()) : undefined
    if (near === undefined) return say`no anchor &${name(wanted)} comes before this alias; if this is text, quote it`
    return say`no anchor &${name(wanted)} comes before this alias; did you mean *${name(near)}?`
  }

  #nameOf({ anchorStart, anchorEnd }: Anchored): string {
    return this.#source.text.slice(anchorStart, anchorEnd)
  }
}
