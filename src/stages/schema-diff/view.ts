import { ANY, choiceOf, KIND, kindsAt, kindsOf, type Kinds } from '../../core/schema/allowed.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { enter, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { isSecretUnder } from '../../core/schema/secret.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { distinct, type Distinct } from './distinct.ts'
import { typeOf } from './type.ts'

/** A keyword of a schema: who says something. */
export interface Spot {
  readonly node: SchemaNode
  readonly keyword?: string
}

/** A `oneOf` or `anyOf` among the schemas that apply. */
export interface Branches {
  readonly node: SchemaNode
  readonly keyword: 'oneOf' | 'anyOf'
  readonly nodes: readonly SchemaNode[]
  readonly views: readonly View[]
}

/** What is asked where there is a key. */
export interface Dependent {
  readonly key: string
  /** The first schema that asks it. */
  readonly node: SchemaNode
  readonly view: View
}

/**
 * All that a schema asks of the values at one place: the schemas that apply together there, through `$ref` and `allOf`,
 * read as one. So it makes no difference how a schema is written down. What each keyword comes to is worked out when it
 * is asked for, once.
 */
export class View {
  /** Absent where no schema applies. */
  readonly scope: Scope | undefined
  /** Kinds of values that there can be here, whatever the schema says: keys are strings. */
  readonly mask: Kinds
  readonly #known = new Map<string, unknown>()

  constructor(scope: Scope | undefined, mask: Kinds) {
    this.scope = scope
    this.mask = mask
  }

  /** The schemas that apply, nearest first. */
  get nodes(): readonly SchemaNode[] {
    return this.scope?.nodes ?? []
  }

  /** How much there is to look at, about. */
  get size(): number {
    const { names } = this.scope ?? {}
    return 1 + this.nodes.length + (this.listed?.values.length ?? 0) + this.required.size + (names?.size ?? 0)
  }

  /** The kinds of values that are accepted; never too few. */
  get kinds(): Kinds {
    return this.#once('kinds', () => (this.scope === undefined ? ANY : kindsAt(this.scope)) & this.mask)
  }

  /** The kinds that `type` asks for, by itself. */
  get typed(): Kinds {
    return this.#once('typed', () => this.nodes.reduce((kinds, node) => kinds & typeOf(node), this.mask))
  }

  /** The values that `enum` and `const` leave; `undefined` where nobody lists them. */
  get listed(): Distinct | undefined {
    return this.#once('listed', () => this.#listed())
  }

  /** All values that may be accepted, where they can be counted: those listed, or all of `boolean` and `null`. */
  get choice(): Distinct | undefined {
    return this.#once('choice', () => this.#choice())
  }

  /** Each required key, with who says so. */
  get required(): ReadonlyMap<string, Spot> {
    return this.#once('required', () => {
      const required = new Map<string, Spot>()
      for (const node of this.nodes) {
        for (const key of namesIn(node.keyword('required'))) if (!required.has(key)) required.set(key, { node, keyword: 'required' })
      }
      return required
    })
  }

  get unions(): readonly Branches[] {
    return this.#once('unions', () => this.nodes.flatMap((node) => unionsIn(node, this.mask)))
  }

  get negated(): readonly { readonly node: SchemaNode; readonly view: View }[] {
    return this.#once('negated', () => this.#held('not'))
  }

  get contained(): readonly { readonly node: SchemaNode; readonly view: View }[] {
    return this.#once('contained', () => this.#held('contains', ANY))
  }

  get dependents(): readonly Dependent[] {
    return this.#once('dependents', () => dependentsIn(this))
  }

  /** Whether some schema that may apply here is under `x-secret`, or nobody can tell. */
  get isSecret(): boolean {
    return this.#once('secret', () => this.scope !== undefined && isSecretUnder(this.scope.seeds.nodes))
  }

  #held(keyword: string, mask = this.mask): { node: SchemaNode; view: View }[] {
    return this.nodes.flatMap((node) => heldBy(node, keyword).map(([, held]) => ({ node, view: viewOf(held, mask) })))
  }

  #listed(): Distinct | undefined {
    let listed: Distinct | undefined
    for (const node of this.nodes) {
      const values = choiceOf(node)
      if (values === undefined) continue
      const these = distinct(values)
      listed = listed === undefined ? these : distinct(listed.values.filter(these.has))
    }
    return listed
  }

  #choice(): Distinct | undefined {
    const { kinds, listed } = this
    if (listed !== undefined) return distinct(listed.values.filter((value) => (kindsOf(value) & kinds) !== 0))
    if ((kinds & ~(KIND.null | KIND.boolean)) !== 0) return undefined
    return distinct([true, false, null].filter((value) => (kindsOf(value) & kinds) !== 0))
  }

  #once<T>(what: string, work: () => T): T {
    if (!this.#known.has(what)) this.#known.set(what, work())
    return this.#known.get(what) as T
  }
}

const views = new WeakMap<Scope, Map<Kinds, View>>()
const free = new Map<Kinds, View>()

/** What applies in a scope; where there is none, nothing does. */
export function viewIn(scope: Scope | undefined, mask: Kinds = ANY): View {
  const nobody = scope === undefined || scope.nodes.length === 0
  let known = nobody ? free : views.get(scope)
  if (known === undefined) views.set(scope as Scope, (known = new Map<Kinds, View>()))
  let view = known.get(mask)
  if (view === undefined) known.set(mask, (view = new View(nobody ? undefined : scope, mask)))
  return view
}

/** What a schema asks by itself. */
export function viewOf(node: SchemaNode, mask: Kinds = ANY): View {
  return viewIn(enter(node), mask)
}

/** What several schemas ask together. */
export function viewOfAll(nodes: readonly SchemaNode[]): View {
  const [first, ...others] = nodes
  return viewIn(first === undefined ? undefined : enter(first).with(others))
}

export function namesIn(value: Value | undefined): readonly string[] {
  const names = isList(value) ? value.filter((name) => typeof name === 'string') : []
  return isList(value) && names.length === value.length ? names : []
}

function unionsIn(node: SchemaNode, mask: Kinds): Branches[] {
  const unions: Branches[] = []
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const nodes = heldBy(node, keyword).map(([, branch]) => branch)
    if (nodes.length > 0) unions.push({ node, keyword, nodes, views: nodes.map((branch) => viewOf(branch, mask)) })
  }
  return unions
}

function dependentsIn({ nodes }: View): Dependent[] {
  const byKey = new Map<string, SchemaNode[]>()
  for (const node of nodes) {
    for (const keyword of node.dialect === 'draft-07' ? ['dependencies'] : ['dependentSchemas', 'dependencies']) {
      for (const [key, held] of heldBy(node, keyword)) byKey.set(key, [...(byKey.get(key) ?? []), held])
    }
  }
  return Array.from(byKey, ([key, schemas]) => ({ key, node: schemas[0] as SchemaNode, view: viewOfAll(schemas) }))
}

/** A key that another one brings along. */
export interface Needed extends Spot {
  readonly key: string
  readonly needs: string
}

/** The keys that a key brings along, each with who says so: `dependentRequired`, and lists in `dependencies`. */
export function dependentKeys(view: View): ReadonlyMap<string, Needed> {
  const found = new Map<string, Needed>()
  for (const node of view.nodes) {
    for (const keyword of node.dialect === 'draft-07' ? ['dependencies'] : ['dependentRequired', 'dependencies']) {
      const said = node.keyword(keyword)
      if (!isMapping(said)) continue
      for (const key of Object.keys(said)) {
        for (const needs of namesIn(said[key])) found.set(JSON.stringify([key, needs]), { node, keyword, key, needs })
      }
    }
  }
  return found
}
