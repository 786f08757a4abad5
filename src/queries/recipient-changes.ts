import type { Change } from '../core/change.ts'
import { documentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import { inSpan, locate, type Location } from '../core/place.ts'
import { METADATA_KEY } from '../core/sops/metadata.ts'
import { readEncrypted } from '../secrets.ts'
import type { Workspace } from '../workspace.ts'

/** Who can open a file: where each key stands, by type and name. */
type Recipients = ReadonlyMap<string, { readonly type: string; readonly name: string; readonly location: Location }>

/** Tells who can open the encrypted files of a document, and could not before: a change like one of its values. */
export class RecipientChanges {
  readonly #base: Workspace
  readonly #head: Workspace
  readonly #known = new Map<Workspace, Map<string, Recipients>>()

  constructor({ base, head }: { readonly base: Workspace; readonly head: Workspace }) {
    this.#base = base
    this.#head = head
  }

  /** @returns changes at `/sops/age/<recipient>`, where SOPS keeps them and no value can stand */
  between(before: Linked | undefined, after: Linked | undefined): readonly Change[] {
    if (before === undefined || after === undefined) return []
    const there = new Set(encryptedIn(after))
    const changes: Change[] = []
    for (const path of encryptedIn(before)) {
      if (!there.has(path)) continue
      const [was, is] = [this.#recipientsOf(this.#base, path), this.#recipientsOf(this.#head, path)]
      for (const key of is.keys()) if (!was.has(key)) changes.push(this.#change('added', after, is, key))
      for (const key of was.keys()) if (!is.has(key)) changes.push(this.#change('removed', before, was, key))
    }
    return changes
  }

  #change(kind: 'added' | 'removed', { effective }: Linked, recipients: Recipients, key: string): Change {
    const { type, name, location } = recipients.get(key) as NonNullable<ReturnType<Recipients['get']>>
    const workspace = kind === 'added' ? this.#head : this.#base
    const alias = [...workspace.config.recipients].find(([, { recipient }]) => recipient === name)?.[0]
    const side = { value: alias ?? name, location, shadowed: [] }
    return {
      document: documentKey(effective.document),
      tokens: [METADATA_KEY, type, name],
      kind,
      ...(kind === 'added' ? { after: side } : { before: side }),
      environments: [effective.environment.name],
    }
  }

  #recipientsOf(workspace: Workspace, path: string): Recipients {
    let ofSide = this.#known.get(workspace)
    if (ofSide === undefined) this.#known.set(workspace, (ofSide = new Map<string, Recipients>()))
    let known = ofSide.get(path)
    if (known === undefined) ofSide.set(path, (known = recipientsIn(workspace, path)))
    return known
  }
}

function encryptedIn({ effective: { layers } }: Linked): readonly string[] {
  return layers.flatMap((layer) => (layer.from === 'file' && layer.encrypted ? [layer.tree.source.path] : []))
}

/** Empty where the metadata cannot be read: that has a finding of its own. */
function recipientsIn({ reader }: Workspace, path: string): Recipients {
  const source = reader.source(path)
  const file = source && readEncrypted(source, () => undefined)
  const recipients = new Map<string, { type: string; name: string; location: Location }>()
  if (source === undefined || file === undefined) return recipients
  for (const { type, name, start, end } of file.metadata.groups.flatMap(({ keys }) => keys)) {
    recipients.set(`${type} ${name}`, { type, name, location: locate(inSpan(source, start, end)) })
  }
  return recipients
}
