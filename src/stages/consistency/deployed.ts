import { pointer, type Tokens } from '../../core/pointer.ts'
import { isList, isMapping, valueAt, type Value } from '../../core/value.ts'
import { ANY, factAt, UNKNOWN, type Fact, type SlotTable } from './facts.ts'

/** Where deployments list what they run. */
export interface DeployedSettings {
  readonly kinds: readonly string[]
  /** To a list, or to a mapping by name. */
  readonly services: Tokens
  /** In an item of it, as all further pointers. */
  readonly name: Tokens
}

/** An item of what a deployment runs, with what rules asked for. */
export interface Deployed {
  /** Where it stands in the deployment. */
  readonly tokens: Tokens
  readonly name: string
  readonly facts: readonly Fact[]
}

/** What deployments of one kind run: read once a document, whichever rules ask. */
export class DeployedTable {
  readonly #table: SlotTable
  readonly #services: Tokens
  readonly #name: Tokens
  readonly #wanted: { readonly tokens: Tokens; readonly hidden: boolean }[] = []
  readonly #nameIsHidden: boolean
  #last: { readonly value: Value; readonly items: readonly Deployed[] } | undefined

  constructor(table: SlotTable, { services, name }: DeployedSettings) {
    this.#table = table
    this.#services = services
    this.#name = name
    this.#nameIsHidden = this.#hides(name)
  }

  /** The index of the fact at a pointer into an item. */
  slot(tokens: Tokens): number {
    return this.#wanted.push({ tokens, hidden: this.#hides(tokens) }) - 1
  }

  /** The items whose name is known. */
  read(value: Value): readonly Deployed[] {
    if (this.#last?.value !== value) this.#last = { value, items: this.#nameIsHidden ? [] : this.#read(value) }
    return this.#last.items
  }

  #read(value: Value): readonly Deployed[] {
    const { texts } = this.#table
    const items: Deployed[] = []
    const list = valueAt(value, this.#services)
    for (const [token, item] of entriesOf(list)) {
      // In a mapping the key is the name, unless the item has one of its own; in a list a text is one.
      const said = factAt(item, this.#name)
      const name = isMapping(list) ? said ?? token : typeof item === 'string' ? item : said
      if (typeof name !== 'string') continue
      const facts = this.#wanted.map(({ tokens, hidden }) => hidden ? UNKNOWN : texts.keptFact(factAt(item, tokens)))
      items.push({ tokens: [...this.#services, texts.kept(token)], name: texts.kept(name), facts })
    }
    return items
  }

  #hides(tokens: Tokens): boolean {
    return this.#table.hides([...this.#services, ANY, ...tokens])
  }
}

const tables = new WeakMap<SlotTable, Map<string, DeployedTable>>()

/** The table of what documents of a kind run; `undefined` for a kind whose documents are no deployments. */
export function deployedIn(table: SlotTable, settings: DeployedSettings): DeployedTable | undefined {
  if (!settings.kinds.includes(table.kind)) return undefined
  const key = `${pointer(settings.services)} ${pointer(settings.name)}`
  let ofKind = tables.get(table)
  if (ofKind === undefined) tables.set(table, (ofKind = new Map<string, DeployedTable>()))
  let deployed = ofKind.get(key)
  if (deployed === undefined) ofKind.set(key, (deployed = new DeployedTable(table, settings)))
  return deployed
}

/** The items of a list or mapping, by token. */
export function entriesOf(value: Value | undefined): readonly (readonly [token: string, item: Value])[] {
  if (isList(value)) return value.map((item, index) => [String(index), item] as const)
  return isMapping(value) ? Object.entries(value) : []
}

/** The documents of an environment by their names, of several kinds those of the first kind that has one first. */
export class Named<T extends { readonly subject: { readonly kind: string; readonly name: string } }> {
  readonly #byName = new Map<string, T[]>()
  readonly #kinds: readonly string[]

  constructor(kinds: readonly string[]) {
    this.#kinds = kinds
  }

  add(one: T): void {
    const { name } = one.subject
    const others = this.#byName.get(name)
    if (others === undefined) this.#byName.set(name, [one])
    else others.push(one)
  }

  all(name: string): readonly T[] {
    const named = this.#byName.get(name) ?? []
    return named.length < 2 ? named : [...named].sort((a, b) => this.#rank(a) - this.#rank(b))
  }

  *values(): Generator<T> {
    for (const named of this.#byName.values()) yield* named
  }

  #rank({ subject }: T): number {
    return this.#kinds.indexOf(subject.kind)
  }
}
