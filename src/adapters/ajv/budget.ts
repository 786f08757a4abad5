/** Thrown when a schema asks for too much work; caught by the validator. */
export class Exhausted extends Error {}

/** Units that one validation may spend; a unit is about what half a microsecond does. */
const LIMIT = 4_000_000

/**
 * Counts the work that one validation does. What ajv generates has no loops but over values and references, so counting
 * at the references bounds the work of schemas that refer to one another in ever more ways.
 */
export class Budget {
  #spent = 0

  /** @throws Exhausted when it is too much. */
  spend(units: number): void {
    this.#spent += units
    if (this.#spent > LIMIT) throw new Exhausted()
  }

  renew(): void {
    this.#spent = 0
  }
}
