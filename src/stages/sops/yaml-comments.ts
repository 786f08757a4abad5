import type { Tokens } from '../../core/pointer.ts'
import type { SopsComment, SopsEntry, SopsList, SopsMapping } from '../../core/sops/document.ts'

/** A container of a document while it is read: comments are still put among its items. */
export interface OpenContainer {
  readonly node: SopsMapping | SopsList
  readonly items: (SopsEntry | SopsComment)[]
  readonly keys: Tokens
}

interface Span {
  readonly start: number
  readonly end: number
}

/** An entry as it stands in the text. */
interface Standing {
  readonly entry: SopsEntry
  readonly container: OpenContainer
  readonly column: number
}

/**
 * Puts comments where SOPS has them: one at the end of a line before what stands on that line; one on a line of its own
 * before the entry that follows in the same column, else behind an entry above in whose column it stands. go-yaml
 * guesses too, so that SOPS may have sealed a comment under a neighbour's path: those are kept as alternatives.
 *
 * @param containers of one document, in text order, the root first
 */
export function placeComments(text: string, containers: readonly OpenContainer[], comments: readonly Span[]): void {
  const root = containers[0]
  if (comments.length === 0 || root === undefined) return
  const placer = new Placer(text, root, containers)
  // A token of the parser may belong to two nodes.
  const once = new Map(comments.map((span) => [span.start, span]))
  for (const span of [...once.values()].sort((a, b) => a.start - b.start)) placer.place(span)
}

class Placer {
  readonly #text: string
  readonly #root: OpenContainer
  readonly #standing: readonly Standing[]
  /** Brackets with nothing between them. */
  readonly #hollow: readonly OpenContainer[]

  constructor(text: string, root: OpenContainer, containers: readonly OpenContainer[]) {
    this.#text = text
    this.#root = root
    this.#hollow = containers.filter(({ node, items }) => node.layout === 'flow' && node !== root.node && items.length === 0)
    this.#standing = containers
      .flatMap((container) =>
        container.items
          .filter((item) => item.kind === 'entry')
          .map((entry) => ({ entry, container, column: this.#column(entry.start) })),
      )
      .sort((a, b) => a.entry.start - b.entry.start)
  }

  place(span: Span): void {
    const hollow = this.#hollowAt(span.start)
    if (hollow !== undefined) {
      const text = this.#text.slice(span.start + 1, span.end)
      hollow.items.push({ kind: 'comment', ...span, text, written: 'own line' })
      return
    }
    const after = this.#firstAfter(span.start)
    const next = this.#standing[after]
    const previous = this.#standing[after - 1]
    const isInline = this.#text.slice(this.#lineStart(span.start), span.start).trim() !== ''
    const alsoUnder = [next?.container.keys, ...prefixes(previous)].filter((keys) => keys !== undefined)
    const written = isInline && previous?.entry.node.kind === 'leaf' ? 'inline' : 'own line'
    const text = this.#text.slice(span.start + 1, span.end)
    const comment: SopsComment = { kind: 'comment', ...span, text, written, alsoUnder }
    if (isInline && previous !== undefined) insertBefore(previous, comment)
    else this.#ownLine(comment, next, previous)
  }

  /** The empty brackets that a comment stands between, or behind on their line: to SOPS it is in them. */
  #hollowAt(offset: number): OpenContainer | undefined {
    return this.#hollow.find(({ node: { start, end } }) => {
      return start < offset && (offset < end || /^[ \t]*$/.test(this.#text.slice(end, offset)))
    })
  }

  #ownLine(comment: SopsComment, next: Standing | undefined, previous: Standing | undefined): void {
    const column = this.#column(comment.start)
    if (next !== undefined && (previous === undefined || next.column === column)) return insertBefore(next, comment)
    // Between a key or a dash and its scalar, whatever the column.
    if (previous?.entry.node.kind === 'leaf' && previous.entry.node.start > comment.start) return insertBefore(previous, comment)
    const above = previous === undefined ? undefined : this.#columnAbove(previous, column)
    if (above !== undefined) return insertAfter(above, comment)
    // To go-yaml it belongs to what it follows, unless that goes on.
    const goesOn = next !== undefined && previous !== undefined && next.column > previous.column
    if (previous !== undefined && !goesOn) insertAfter(previous, comment)
    else if (next !== undefined) insertBefore(next, comment)
    else this.#root.items.push(comment)
  }

  /** The last entry above, of those that are still open there, that stands in a column. */
  #columnAbove(previous: Standing, column: number): Standing | undefined {
    let narrowest = Infinity
    for (let i = this.#standing.indexOf(previous); i >= 0; i--) {
      const at = this.#standing[i] as Standing
      if (at.column >= narrowest) continue
      if (at.column === column) return at
      narrowest = at.column
    }
    return undefined
  }

  #firstAfter(offset: number): number {
    let low = 0
    let high = this.#standing.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#standing[middle] as Standing).entry.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset)
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1
  }
}

/** The paths from an entry's container up to the root. */
function prefixes(standing: Standing | undefined): Tokens[] {
  const keys = standing?.container.keys ?? []
  return Array.from({ length: keys.length + 1 }, (_, i) => keys.slice(0, keys.length - i))
}

function insertBefore({ container, entry }: Standing, comment: SopsComment): void {
  container.items.splice(container.items.indexOf(entry), 0, comment)
}

/** Behind an entry and the comments that follow it already. */
function insertAfter({ container, entry }: Standing, comment: SopsComment): void {
  let at = container.items.indexOf(entry) + 1
  while (container.items[at]?.kind === 'comment') at++
  container.items.splice(at, 0, comment)
}
