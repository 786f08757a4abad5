import type { Selector } from '../../core/sops/select.ts'

/**
 * Whether two selectors select the same in every file, however they are written: `^(a|b)$` is `^b$|^a$`, and a suffix
 * an expression that ends with `$`. Decided for expressions of plain characters, groups, alternatives, optional parts
 * and anchors; of others only the same text is the same: what cannot be decided could differ.
 */
export function selectSame(a: Selector, b: Selector): boolean {
  if (a.kind === b.kind && a.pattern === b.pattern) return true
  if (a.kind.endsWith('_comment_regex') !== b.kind.endsWith('_comment_regex')) return false
  if (a.kind.startsWith('encrypted') !== b.kind.startsWith('encrypted')) return false
  const [one, other] = [meaningOf(a), meaningOf(b)]
  return one !== undefined && one === other
}

/** Marks where a text begins and ends, which no expression has as characters. */
const BEGIN = '\u0000'
const END = '\u0001'
/** Texts that an expression may stand for; the next ones cost more than they tell. */
const MOST_TEXTS = 200
const LONGEST_PATTERN = 500
const DEEPEST = 20

/** What a selector searches: texts with their anchors, sorted; those that another one finds too are left out. */
function meaningOf({ kind, pattern }: Selector): string | undefined {
  const isSuffix = kind.endsWith('_suffix')
  if (pattern.includes(BEGIN) || pattern.includes(END)) return undefined
  const folds = !isSuffix && pattern.startsWith('(?i)')
  const texts = isSuffix ? [pattern + END] : new Expression(folds ? pattern.slice('(?i)'.length) : pattern).read()
  if (texts === undefined || !texts.every(isAnchoredWell)) return undefined
  // Folding cases is Unicode's business: of other letters nothing is said.
  if (folds && texts.some((text) => /[^\0-\x7f]/.test(text))) return undefined
  const all = [...new Set(folds ? texts.map((text) => text.toLowerCase()) : texts)]
  const least = all.filter((text) => !all.some((other) => other !== text && text.includes(other)))
  return JSON.stringify([folds && least.some((text) => /[a-z]/.test(text)), least.sort()])
}

function isAnchoredWell(text: string): boolean {
  return text.lastIndexOf(BEGIN) <= 0 && (!text.includes(END) || text.indexOf(END) === text.length - 1)
}

/** Writes out an expression as the texts that it finds. */
class Expression {
  readonly #pattern: string
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
  }

  /** `undefined` where it has more in it than can be written out. */
  read(): readonly string[] | undefined {
    if (this.#pattern.length > LONGEST_PATTERN) return undefined
    const texts = this.#alternatives(0)
    return this.#at === this.#pattern.length ? texts : undefined
  }

  #alternatives(depth: number): readonly string[] | undefined {
    if (depth > DEEPEST) return undefined
    const all: string[] = []
    for (;;) {
      const texts = this.#sequence(depth)
      if (texts === undefined || all.length + texts.length > MOST_TEXTS) return undefined
      all.push(...texts)
      if (!this.#take('|')) return all
    }
  }

  #sequence(depth: number): readonly string[] | undefined {
    let texts: readonly string[] = ['']
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#pattern.charAt(this.#at))) {
      const atom = this.#atom(depth)
      if (atom === undefined || atom.length * texts.length > MOST_TEXTS) return undefined
      texts = texts.flatMap((text) => atom.map((one) => text + one))
    }
    return texts
  }

  #atom(depth: number): readonly string[] | undefined {
    const atom = this.#one(depth)
    if (atom === undefined) return undefined
    const isOptional = this.#take('?')
    if ('?*+{'.includes(this.#pattern.charAt(this.#at) || ' ')) return undefined
    return isOptional ? [...atom, ''] : atom
  }

  #one(depth: number): readonly string[] | undefined {
    if (this.#take('(')) return this.#group(depth)
    if (this.#take('^')) return [BEGIN]
    if (this.#take('$')) return [END]
    const [whole = '', plain, escaped, set] = ONE.exec(this.#pattern.slice(this.#at, this.#at + LONGEST_SET)) ?? []
    this.#at += whole.length
    if (set !== undefined) return [...set]
    const text = plain ?? escaped
    return text === undefined ? undefined : [text]
  }

  #group(depth: number): readonly string[] | undefined {
    if (this.#pattern.startsWith('?:', this.#at)) this.#at += 2
    else if (this.#pattern.charAt(this.#at) === '?') return undefined
    const texts = this.#alternatives(depth + 1)
    return this.#take(')') ? texts : undefined
  }

  #take(sign: string): boolean {
    if (this.#pattern.charAt(this.#at) !== sign) return false
    this.#at++
    return true
  }
}

const PLAIN = String.raw`[^\\.*+?()|[\]{}^$]`
/** A plain character, one behind a backslash, or a set of plain ones: `a`, `\.`, `[Pp]`. */
const ONE = new RegExp(String.raw`^(?:(${PLAIN})|\\([-.*+?()|[\]{}^$/_\\])|\[([A-Za-z0-9_.]+)\])`, 'u')
const LONGEST_SET = 100
