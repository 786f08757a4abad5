import type { Change } from '../core/change.ts'
import { documentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import { METADATA_KEY } from '../core/sops/metadata.ts'
import type { Workspace } from '../workspace.ts'
import { accessTo, aliasIn, NOBODY, type FileAccess } from './file-access.ts'

/** Tells who can open the encrypted files of a document, and could not before: a change like one of its values. */
export class RecipientChanges {
  readonly #base: Workspace
  readonly #head: Workspace
  readonly #known = new Map<Workspace, Map<string, FileAccess>>()

  constructor({ base, head }: { readonly base: Workspace; readonly head: Workspace }) {
    this.#base = base
    this.#head = head
  }

  /**
   * Nobody loses what a file that is gone had; of one that is new everybody is told who could open none of those that
   * are gone.
   *
   * @returns changes at `/sops/age/<recipient>` and `/sops/shamir_threshold`, where no value can be
   */
  between(before: Linked | undefined, after: Linked | undefined): readonly Change[] {
    if (before === undefined || after === undefined) return []
    const [old, now] = [encryptedIn(before), encryptedIn(after)]
    const removed = old.filter((path) => !now.includes(path))
    const gone = new Set(removed.flatMap((path) => [...this.#accessTo(this.#base, path).keys.keys()]))
    const changes: Change[] = []
    for (const path of now) {
      const isNew = !old.includes(path)
      const [was, is] = [isNew ? NOBODY : this.#accessTo(this.#base, path), this.#accessTo(this.#head, path)]
      for (const key of is.keys.keys()) {
        if (!was.keys.has(key) && !(isNew && gone.has(key))) changes.push(this.#change('added', after, is, key))
      }
      for (const key of was.keys.keys()) if (!is.keys.has(key)) changes.push(this.#change('removed', before, was, key))
      if (!isNew && was.threshold !== is.threshold && is.keys.size > 0) changes.push(thresholdChange(after, was, is))
    }
    return changes
  }

  #change(kind: 'added' | 'removed', { effective }: Linked, { keys }: FileAccess, key: string): Change {
    const { type, name, location } = keys.get(key) as NonNullable<ReturnType<FileAccess['keys']['get']>>
    const side = { value: aliasIn(this.#base, this.#head, name) ?? name, location, shadowed: [] }
    return {
      document: documentKey(effective.document),
      tokens: [METADATA_KEY, type, name],
      kind,
      ...(kind === 'added' ? { after: side } : { before: side }),
      environments: [effective.environment.name],
    }
  }

  #accessTo(workspace: Workspace, path: string): FileAccess {
    let ofSide = this.#known.get(workspace)
    if (ofSide === undefined) this.#known.set(workspace, (ofSide = new Map<string, FileAccess>()))
    let known = ofSide.get(path)
    if (known === undefined) ofSide.set(path, (known = accessTo(workspace, path)))
    return known
  }
}

function thresholdChange({ effective }: Linked, was: FileAccess, is: FileAccess): Change {
  const side = ({ threshold, location }: FileAccess) => {
    return { value: threshold, ...(location && { location }), shadowed: [] }
  }
  return {
    document: documentKey(effective.document),
    tokens: [METADATA_KEY, 'shamir_threshold'],
    kind: 'changed',
    before: side(was),
    after: side(is),
    environments: [effective.environment.name],
  }
}

function encryptedIn({ effective: { layers } }: Linked): readonly string[] {
  return layers.flatMap((layer) => (layer.from === 'file' && layer.encrypted ? [layer.tree.source.path] : []))
}
