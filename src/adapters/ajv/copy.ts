import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { resolve } from '../../core/schema/resolve.ts'
import { isList, isMapping } from '../../core/value.ts'
import { AWARE, askForKnown } from './copy-aware.ts'
import { PLAIN } from './copy-plain.ts'
import { dynamicTarget, entering, type DynamicScope } from './dynamic-scope.ts'
import type { Evaluation, Evaluations } from './evaluation.ts'
import type { Mode } from './mode.ts'
import { targetOf, type Target } from './target.ts'
import { OWN, type Copied, type CopiedSchema, type Writing } from './writing.ts'

/** What a copied schema comes from, so that an error can be traced back by the object that ajv names. */
export interface CopyOrigin {
  readonly node: SchemaNode
  /** The keyword of the node that the copy stands for as a whole, where its own keywords are not the node's. */
  readonly says?: string
}

/** What is noted about all copies. */
export interface Noted {
  readonly origins: WeakMap<object, CopyOrigin>
  readonly evaluations: Evaluations
}

export interface CopyResult {
  readonly schema: CopiedSchema
  /** The targets of its references. */
  readonly targets: readonly Target[]
  /** Schemas in it. */
  readonly size: number
}

/**
 * Copies a schema for ajv: only the keywords that it needs and that hold what they should, in terms of 2020-12 whatever
 * the dialect, with every reference resolved beforehand to an address of ours. So ajv resolves nothing, fetches nothing
 * and meets no keyword that a schema could surprise it with.
 */
export function copyOf(target: Target, noted: Noted): CopyResult {
  const shared: Shared = { mode: target.mode, ...noted, targets: [], size: 0 }
  const copied = new SchemaWriter(target.node, target.scope, shared).copy()
  const schema = typeof copied === 'boolean' ? {} : copied
  // A unit of the budget is one call, or what some dozens of simple schemas take.
  schema[`${OWN}step`] = 1 + (shared.size >> 5)
  return { schema, targets: shared.targets, size: shared.size }
}

/** Schemas in one from which on it is a function of its own. */
const LARGE = 100

/** What the schemas of one copy share. */
interface Shared extends Noted {
  readonly mode: Mode
  readonly targets: Target[]
  size: number
}

class SchemaWriter implements Writing {
  readonly node: SchemaNode
  readonly mode: Mode
  readonly out: CopiedSchema = {}
  readonly #scope: DynamicScope
  readonly #shared: Shared
  readonly #besides: Copied[] = []

  constructor(node: SchemaNode, scope: DynamicScope, shared: Shared) {
    this.node = node
    this.mode = shared.mode
    this.#scope = node.ownId === undefined ? scope : entering(scope, node)
    this.#shared = shared
  }

  copy(): Copied {
    this.#shared.size++
    const { schema } = this.node
    if (schema === true) return true
    if (isMapping(schema)) this.#writeKeywords(this.node.isPlainReference ? ['$ref'] : Object.keys(schema))
    else this.besides({ not: {} }, 'false')
    if (this.#besides.length > 0) this.out['allOf'] = this.#besides
    this.#shared.origins.set(this.out, { node: this.node })
    return this.out
  }

  #writeKeywords(keywords: readonly string[]): void {
    for (const keyword of keywords) {
      const write = (this.mode === 'plain' ? undefined : AWARE.get(keyword)) ?? PLAIN.get(keyword)
      const value = this.node.keyword(keyword)
      if (write !== undefined && value !== undefined) write(this, value, keyword)
    }
    if (this.mode === 'must') askForKnown(this)
  }

  besides(schema: Copied, says?: string): void {
    this.#besides.push(schema)
    if (says !== undefined && typeof schema === 'object') this.#shared.origins.set(schema, { node: this.node, says })
  }

  held(keyword: string): (readonly [token: string, copy: Copied])[] {
    return heldBy(this.node, keyword).map(([token, node]) => [token, this.#copyOf(node)] as const)
  }

  one(keyword: string): Copied | undefined {
    const node = this.node.child(keyword)
    if (node === undefined || isList(node.schema)) return undefined
    return node.schema === false ? false : heldBy(this.node, keyword).map(([, held]) => this.#copyOrRefer(held))[0]
  }

  /** What is asked of every item or entry is a function of its own where it is large, so that its work is counted. */
  #copyOrRefer(node: SchemaNode): Copied {
    const before = this.#shared.size
    const copied = this.#copyOf(node)
    if (this.#shared.size - before <= LARGE) return copied
    this.#shared.size = before + 1
    return this.refer(node)
  }

  refer(node: SchemaNode, mode: Mode = this.mode): CopiedSchema {
    const target = targetOf(node, mode, this.#scope)
    this.#shared.targets.push(target)
    return { $ref: target.uri }
  }

  resolve(reference: string, how: '$ref' | '$dynamicRef'): SchemaNode | undefined {
    const { node } = resolve(this.node, reference)
    return node === undefined || how === '$ref' ? node : dynamicTarget(node, reference, this.#scope)
  }

  evaluation(): Evaluation {
    return this.#shared.evaluations.besides(this.node, this.mode, this.#scope)
  }

  #copyOf(node: SchemaNode): Copied {
    return new SchemaWriter(node, this.#scope, this.#shared).copy()
  }
}
