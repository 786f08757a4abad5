import type { RegExpPort } from '../schema/types.ts'
import type { Tokens } from '../pointer.ts'
import type { SopsComment, Visit } from './document.ts'

/** The fields of SOPS's metadata of which one says what is encrypted. */
export const SELECTOR_KINDS = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
] as const
export type SelectorKind = (typeof SELECTOR_KINDS)[number]

/** What selects the values of a file that are encrypted. */
export interface Selector {
  readonly kind: SelectorKind
  /** A suffix, or an expression of RE2, which is searched in each key (or comment) alone. */
  readonly pattern: string
}

/** What SOPS assumes and writes where nothing is said. */
export const DEFAULT_SELECTOR: Selector = { kind: 'unencrypted_suffix', pattern: '_unencrypted' }

/** Whether a selector's expression is one; suffixes always are. */
export function isValidSelector({ kind, pattern }: Selector, regexp: RegExpPort): boolean {
  return !kind.endsWith('_regex') || regexp.test(pattern, '') !== undefined
}

/**
 * Whether a sealed comment would itself match the selector that keeps things in clear: SOPS refuses to write it, as the
 * file would be read otherwise (a pattern such as `comment` matches every envelope of a comment).
 */
export function unsealsItself({ kind, pattern }: Selector, envelope: string, regexp: RegExpPort): boolean {
  return kind === 'unencrypted_comment_regex' && regexp.test(pattern, envelope) === true
}

/**
 * Says of each leaf and comment of a walk whether it is encrypted. A walk has to be told `enter`, `leave` and `after`,
 * on which the selectors by comment depend: a comment that matches covers the next item and its whole subtree.
 * Source: SOPS 3.13.3, `sops.go`, `shouldBeEncrypted` and `walkBranch`.
 */
export class Selection {
  readonly #selector: Selector
  readonly #matches: (text: string) => boolean
  /** The comments in force, by level of nesting; only for selectors by comment. */
  readonly #comments: boolean[][] = []

  constructor(selector: Selector, regexp: RegExpPort) {
    this.#selector = selector
    const known = new Map<string, boolean>()
    const search = selector.kind.endsWith('_suffix')
      ? (text: string) => text.endsWith(selector.pattern)
      : (text: string) => regexp.test(selector.pattern, text) === true
    this.#matches = (text) => {
      let matches = known.get(text)
      if (matches === undefined) known.set(text, (matches = search(text)))
      return matches
    }
  }

  enter(): void {
    this.#comments.push([])
  }

  leave(): void {
    this.#comments.pop()
  }

  after(): void {
    const level = this.#comments.at(-1)
    if (level !== undefined) level.length = 0
  }

  /** Whether an item is encrypted. A comment counts from its own visit on. */
  selects({ item, keys }: Visit): boolean {
    const { kind } = this.#selector
    const isEncrypting = kind.startsWith('encrypted')
    if (!kind.endsWith('_comment_regex')) return this.#anyKey(keys) === isEncrypting
    const before = this.#inForce()
    if (item.kind !== 'comment') return before === isEncrypting
    const itself = this.#take(item)
    return isEncrypting ? before : !(before || itself)
  }

  #anyKey(keys: Tokens): boolean {
    return keys.some((key) => this.#matches(key))
  }

  #inForce(): boolean {
    return this.#comments.some((level) => level.includes(true))
  }

  /** Puts a comment in force. What is sealed, or was, is no comment that anybody could have written as a selector. */
  #take({ text }: SopsComment): boolean {
    const matches = typeof text === 'string' && this.#matches(text)
    this.#comments.at(-1)?.push(matches)
    return matches
  }
}
