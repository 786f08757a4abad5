/** Thrown when a schema asks for too much work; caught by the validator. */
export class Exhausted extends Error {}

/** Units that one validation may spend; a unit is about what half a microsecond does. */
const LIMIT = 4_000_000

/** Keys or items that a schema looks at for one unit. */
const KEYS_IN_UNIT = 8

/**
 * Counts the work that one validation does. What ajv generates has no loops but over values and references, so counting
 * at the references bounds the work of schemas that refer to one another in ever more ways, and counting at the unions
 * that of branches, each of which looks at the whole value.
 */
export class Budget {
  #spent = 0

  /** @throws Exhausted when it is too much. */
  spend(units: number): void {
    this.#spent += units
    if (this.#spent > LIMIT) throw new Exhausted()
  }

  /**
   * Schemas that are tried out on one value, of which most may fit nothing: whoever looks for one of many asks each.
   *
   * @throws Exhausted when it is too much.
   */
  spendOnTrying(schemas: number, value: unknown): void {
    const width = typeof value === 'object' && value !== null ? Object.keys(value).length : 0
    this.spend(schemas + Math.floor((schemas * width) / KEYS_IN_UNIT))
  }

  renew(): void {
    this.#spent = 0
  }
}
