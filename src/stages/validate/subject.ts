import { referencesAt, type Linked } from '../../core/effective.ts'
import { shown, type Shown } from '../../core/message.ts'
import { NearestBudget } from '../../core/nearest.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isSecretAt, type SchemaNode } from '../../core/schema/schemas.ts'
import { isWithheld } from '../../core/secret-name.ts'
import { Spots, type Provenance } from '../../core/spots.ts'
import { isMapping, own, valueAt, type Value } from '../../core/value.ts'

/** Where values come from, and what is secret though the schema that is asked does not say so. */
export interface Knowledge extends Provenance {
  readonly isSecret?: (tokens: Tokens) => boolean
}

/** The document that is validated: what it holds, where that comes from, and what of it may be shown. */
export class Subject extends Spots {
  readonly root: SchemaNode
  readonly environment: string
  /** For names that are near. */
  readonly budget: NearestBudget
  readonly #linked: Linked
  readonly #known: Knowledge

  constructor(linked: Linked, root: SchemaNode, known: Knowledge, budget = new NearestBudget()) {
    super(linked, known)
    this.root = root
    this.budget = budget
    this.environment = linked.effective.environment.name
    this.#linked = linked
    this.#known = known
  }

  valueAt(tokens: Tokens): Value | undefined {
    return valueAt(this.#linked.value, tokens)
  }

  /** A value as it may be shown; `undefined` for collections, opaque leaves, and whatever may be a secret. */
  shownAt(tokens: Tokens): Shown | undefined {
    const value = this.valueAt(tokens)
    return value === undefined || this.isHidden(tokens) || isWithheld(value, tokens) ? undefined : shown(value)
  }

  /** Whether a layer says what stands there: it is no default and came by no reference. */
  isWritten(tokens: Tokens): boolean {
    return !this.isFilled(tokens) && referencesAt(this.#linked.references, tokens).length === 0
  }

  /** Whether a value may be a secret: here, or in the document that it was taken from. */
  isHidden(tokens: Tokens): boolean {
    if (isSecretAt(this.root, tokens) || this.#known.isSecret?.(tokens) === true) return true
    return referencesAt(this.#linked.references, tokens).some(({ target, tokens: at }) => {
      return target.of === 'document' && (this.#known.targetIsSecret?.(target, tokens.slice(at.length)) ?? true)
    })
  }
}

/** The value of a key, where there is a mapping that has it. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  return isMapping(value) ? own(value, key) : undefined
}
