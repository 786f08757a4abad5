import { parseDocumentKey } from '../../core/document.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { nearest, suggestion } from '../../core/nearest.ts'
import type { Lookup } from './lookup.ts'
import type { DocumentName } from './names.ts'
import { baseOf, pathFrom } from './paths.ts'
import type { NamingWorld } from './world.ts'

export type Missing = Exclude<Lookup, { readonly documents: readonly string[] }>

/** Most names that are looked for among the known ones in one environment: nobody reads more. */
const MOST_HINTS = 1_000
/** Environments that a message names. */
const MOST_NAMED = 3

/** Words what is wrong with names of documents in one environment. */
export class Words {
  readonly #world: NamingWorld
  readonly #hints = new Map<string, Message>()

  constructor(world: NamingWorld) {
    this.#world = world
  }

  /** What to say of a name that leads nowhere, without the name where that must not be shown. */
  of(named: DocumentName, missing: Missing, isHidden: boolean): Message {
    const { kinds } = named.reference
    if (isHidden) return say`this names no document ${ofKinds(kinds)} that exists here`
    if (missing.missing === 'file') return this.#noFile(named, missing)
    const [document] = missing.elsewhere
    if (document !== undefined) return this.#elsewhere(named, document)
    if (named.text === '') return say`an empty text names no document`
    return say`there is no document ${this.#written(named)}${this.#hint(named, () => this.#nearName(named))}`
  }

  #elsewhere({ reference }: DocumentName, document: string): Message {
    const where = environmentNames(this.#world.environmentsOf(document))
    if (reference.by === 'name') return say`${name(document)} exists in ${where}, not here`
    return say`this file is one of ${name(document)}, which exists in ${where}, not here`
  }

  #noFile(named: DocumentName, { folder, path }: Extract<Missing, { missing: 'file' }>): Message {
    const { kinds } = named.reference
    if (path !== undefined) return say`${name(path)} is no file of a document ${ofKinds(kinds)}`
    const looked = folder === '' ? say`` : say`, neither from ${name(folder)} nor from the top of the repository`
    return say`there is no file ${name(named.text)}${looked}${this.#hint(named, () => this.#nearPath(named, folder), folder)}`
  }

  #written({ text, reference: { kinds } }: DocumentName): Message {
    const [kind = ''] = kinds
    return kinds.length === 1 ? say`${name(`${kind}/${text}`)}` : say`${name(text)} ${ofKinds(kinds)}`
  }

  #nearName({ text, reference: { kinds } }: DocumentName): Message {
    const asKey = parseDocumentKey(text)
    if (asKey !== undefined && kinds.includes(asKey.kind) && this.#world.exists(text)) {
      return say`; write ${name(asKey.name)}, without the kind`
    }
    const known = new Set<string>()
    for (const kind of kinds) for (const one of this.#world.namesOf(kind)) known.add(one)
    return known.size === 0 ? say`; nothing ${ofKinds(kinds)} exists here` : suggestion(nearest(text, known))
  }

  #nearPath({ text, reference: { kinds } }: DocumentName, folder: string): Message {
    const known = new Set<string>()
    for (const kind of kinds) for (const path of this.#world.pathsOf(kind)) known.add(path)
    const moved = [...known].filter((path) => baseOf(path) === baseOf(text))
    if (moved.length === 1) return suggestion(moved[0])
    return suggestion(nearest(pathFrom(folder, text) ?? text, known) ?? nearest(pathFrom('', text) ?? text, known))
  }

  /** Many documents may have the same mistake, and looking for what is near costs a comparison with all there is. */
  #hint({ text, reference: { by, kinds } }: DocumentName, look: () => Message, folder = ''): Message {
    const key = JSON.stringify([by, kinds, text, folder])
    const known = this.#hints.get(key)
    if (known !== undefined) return known
    if (this.#hints.size >= MOST_HINTS) return say``
    const hint = look()
    this.#hints.set(key, hint)
    return hint
  }
}

function ofKinds(kinds: readonly string[]): Message {
  return say`of the kind ${list(kinds.map(name), 'or')}`
}

function environmentNames(all: readonly string[]): Message {
  const named = all.slice(0, MOST_NAMED).map(name)
  return all.length <= MOST_NAMED ? list(named) : list([...named, say`${all.length - MOST_NAMED} more`])
}
