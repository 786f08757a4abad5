import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { SchemaNode } from '../../core/schema/node.ts'
import type { Home } from '../../core/schema/types.ts'
import { Budget, Exhausted } from './budget.ts'
import { copyOf, type CopyOrigin, type CopyResult } from './copy.ts'
import { NO_ANCHORS } from './dynamic-scope.ts'
import { Evaluations } from './evaluation.ts'
import { createInstance, type Note } from './instance.ts'
import type { Mode } from './mode.ts'
import { targetOf, type Target } from './target.ts'

export interface Answer {
  readonly valid: boolean
  readonly errors: readonly ErrorObject[]
  readonly notes: readonly Note[]
}

/** Values on which a schema may fail for the work that it asks for; then it is not tried on others. */
const MOST_FAILURES = 3

/** Most schemas that one function and those that it calls may consist of: ajv compiles some thousand a second. */
const LARGEST = 10_000

/** Compiles the schemas of one set, each when it is first asked for, and runs them. */
export class Engine {
  readonly origins = new WeakMap<object, CopyOrigin>()
  readonly #home: Home
  readonly #evaluations = new Evaluations()
  readonly #budget = new Budget()
  readonly #notes: Note[] = []
  readonly #copies = new Map<string, CopyResult>()
  /** By address; `undefined` for what is too much. */
  readonly #compiled = new Map<string, ValidateFunction | undefined>()
  readonly #failures = new Map<string, number>()
  #ajv: Ajv2020 | undefined
  /** The addresses of the copies that ajv knows. */
  #added = new Set<string>()

  constructor(home: Home) {
    this.#home = home
  }

  /** `undefined` where the schema asks for too much work, be it to compile it or to validate the value. */
  run(schema: SchemaNode, mode: Mode, data: unknown): Answer | undefined {
    const target = targetOf(schema, mode, NO_ANCHORS)
    const failures = this.#failures.get(target.uri) ?? 0
    const validate = failures < MOST_FAILURES ? this.#validateOf(target) : undefined
    if (validate === undefined) return undefined
    this.#budget.renew()
    this.#notes.length = 0
    try {
      if (validate(data)) return this.#notes.length === 0 ? VALID : { ...VALID, notes: [...this.#notes] }
    } catch (error) {
      if (!isTooMuch(error)) throw error
      this.#failures.set(target.uri, failures + 1)
      return undefined
    }
    return { valid: false, errors: validate.errors ?? [], notes: [...this.#notes] }
  }

  /** Asked by what ajv generates, in the middle of a run. */
  #holds(schema: Target, data: unknown): boolean {
    const validate = this.#validateOf(schema)
    if (validate === undefined) throw new Exhausted()
    const noted = this.#notes.length
    const valid = validate(data)
    this.#notes.length = noted
    return valid
  }

  #validateOf(target: Target): ValidateFunction | undefined {
    const known = this.#compiled.get(target.uri)
    if (known !== undefined || this.#compiled.has(target.uri)) return known
    let validate: ValidateFunction | undefined
    try {
      validate = this.#compile(target)
    } catch (error) {
      if (!isTooMuch(error)) throw error
      // Whatever ajv was in the middle of, it is not asked again.
      this.#ajv = undefined
      this.#added = new Set()
    }
    this.#compiled.set(target.uri, validate)
    return validate
  }

  /** Compiles what a target refers to before the target, so that ajv is not nested more than the references are. */
  #compile(root: Target): ValidateFunction | undefined {
    const closure = this.#closureOf(root)
    const ajv = (this.#ajv ??= this.#createAjv())
    for (const target of closure) {
      if (this.#added.has(target.uri)) continue
      this.#added.add(target.uri)
      ajv.addSchema(this.#copyOf(target).schema, target.uri)
    }
    for (const { uri } of closure.reverse()) ajv.getSchema(uri)
    return ajv.getSchema(root.uri)
  }

  #createAjv(): Ajv2020 {
    const [home, origins, budget, notes] = [this.#home, this.origins, this.#budget, this.#notes]
    const holds = (schema: Target, data: unknown): boolean => this.#holds(schema, data)
    return createInstance({ home, origins, budget, notes, holds })
  }

  #closureOf(root: Target): Target[] {
    const closure = new Map([[root.uri, root]])
    let size = 0
    for (const target of closure.values()) {
      const copy = this.#copyOf(target)
      size += copy.size
      if (size > LARGEST) throw new Exhausted()
      for (const next of copy.targets) closure.set(next.uri, next)
    }
    return [...closure.values()]
  }

  #copyOf(target: Target): CopyResult {
    let copy = this.#copies.get(target.uri)
    if (copy === undefined) {
      copy = copyOf(target, { origins: this.origins, evaluations: this.#evaluations })
      this.#copies.set(target.uri, copy)
    }
    return copy
  }
}

const VALID: Answer = { valid: true, errors: [], notes: [] }

/** `RangeError`: the stack is full, by references that lead in circles or are too many. */
function isTooMuch(error: unknown): boolean {
  return error instanceof Exhausted || error instanceof RangeError
}
