/**
 * What a tree holds besides JSON: leaves whose value this run does not know or must not show.
 *
 * An opaque leaf is a class instance so that no merge, clone or writer can mistake it for data: turning one into text
 * throws, which makes every writer that forgot about opaque leaves fail loudly instead of printing a placeholder.
 */
export abstract class Opaque {
  abstract readonly opaque: 'sealed' | 'secret' | 'unresolved' | 'hole' | 'exact' | 'withheld'

  toJSON(): never {
    throw new TypeError(`a ${this.opaque} value was about to be written; writers must leave opaque values out`)
  }

  toString(): never {
    throw new TypeError(`a ${this.opaque} value was about to become text`)
  }

  [Symbol.toPrimitive](): never {
    return this.toString()
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `[${this.opaque}]`
  }
}

/** The scalar types that a SOPS envelope names in clear (`type:`). */
export type SealedType = 'str' | 'int' | 'float' | 'bool' | 'time' | 'bytes' | 'comment'

/** Ciphertext of one leaf. Its type can be told; its bytes belong to its file alone. */
export class Sealed extends Opaque {
  readonly opaque = 'sealed'
  readonly type: SealedType
  readonly #envelope: string

  constructor(type: SealedType, envelope: string) {
    super()
    this.type = type
    this.#envelope = envelope
    Object.freeze(this)
  }

  /** Whether two leaves hold the same ciphertext, that is: certainly the same value of the same place. */
  sameCiphertext(other: Sealed): boolean {
    return this.#envelope === other.#envelope
  }

  /**
   * Whether two leaves certainly hold different values: texts of another length, which AES-GCM keeps. Their types are
   * in clear, but may be spelled differently for the same number.
   */
  certainlyDiffers(other: Sealed): boolean {
    if (this.type !== other.type) return true
    return this.type === 'str' && this.#bytes !== other.#bytes
  }

  get #bytes(): number {
    const start = this.#envelope.indexOf('data:') + 'data:'.length
    const data = this.#envelope.slice(start, this.#envelope.indexOf(',', start))
    return (data.length / 4) * 3 - (data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0)
  }

  /** What is known of this ciphertext. */
  lookUp<Known>(known: ReadonlyMap<string, Known>): Known | undefined {
    return known.get(this.#envelope)
  }
}

/** An opened value. Its plaintext is in the vault, never in a property; only `reveal` returns it. */
export class Secret extends Opaque {
  readonly opaque = 'secret'
  /** Distinguishes this secret from every other one of the run, so that no comparison calls two opaque values equal. */
  readonly id: number
  readonly type: SealedType

  constructor(id: number, type: SealedType) {
    super()
    this.id = id
    this.type = type
    Object.freeze(this)
  }
}

/** A value that a later stage or a key would supply: a text with a sealed part, a reference to a sealed leaf. */
export class Unresolved extends Opaque {
  readonly opaque = 'unresolved'
  readonly #parts: readonly unknown[]

  /** @param parts what it will be put together from, texts and opaque leaves; none where that is not known. */
  constructor(parts: readonly unknown[] = []) {
    super()
    this.#parts = parts
  }

  /** Whether two values are put together from the same parts, that is: certainly the same value. */
  sameParts(other: Unresolved, same: (part: unknown, otherPart: unknown) => boolean): boolean {
    const [mine, theirs] = [this.#parts, other.#parts]
    return mine.length > 0 && mine.length === theirs.length && mine.every((part, i) => same(part, theirs[i]))
  }

  /** The text, where that of each opaque part is to be had. */
  assemble(textOf: (part: Opaque) => string | undefined): string | undefined {
    if (this.#parts.length === 0) return undefined
    let whole = ''
    for (const part of this.#parts) {
      const text = part instanceof Opaque ? textOf(part) : String(part)
      if (text === undefined) return undefined
      whole += text
    }
    return whole
  }
}

/** What stands where something failed. Its finding has been reported; later stages pass it on in silence. */
export class Hole extends Opaque {
  readonly opaque = 'hole'
}

/** What stands in a report for a text in clear that goes by the name of a secret. */
export class Withheld extends Opaque {
  readonly opaque = 'withheld'
}

/** The one that serves all. */
export const WITHHELD: Withheld = new Withheld()

/** The one hole. Holes carry nothing, so one serves all. */
export const HOLE: Hole = new Hole()
