import { name, say, type Message } from '../../core/message.ts'
import { inBase, inSpan, locate } from '../../core/place.ts'
import { rewrite } from '../../core/sops/document.ts'
import { ENVELOPE_START } from '../../core/sops/envelope.ts'
import type { SopsKey } from '../../core/sops/metadata.ts'
import { keyOf, type SealedChange } from '../../core/sops/sealed-change.ts'
import { metadataPlace, type SealedFile } from '../../core/sops/sealed-file.ts'
import type { Danger } from './found.ts'
import type { DangerInput, FindDangers } from './input.ts'

/** Keys that open a file and did not before, unless the base lets them; of a new file those that it does not know. */
export const recipientAdded: FindDangers<'danger/recipient-added'> = (input) => {
  const dangers: Danger[] = []
  for (const { before, after, allowed, environments } of input.sealed) {
    if (after === undefined) continue
    const known = keysOf(before)
    for (const [id, key] of keysOf(after)) {
      const isNew = before === undefined
      const isAllowed = isNew ? allowed?.keys.has(id) !== false : allowed?.rule !== undefined && allowed.keys.has(id)
      if (known.has(id) || isAllowed) continue
      const who = calledOf(key, input)
      const told = (files: number): Message => {
        const what = say`${isNew ? say`newly encrypted ` : say``}${files === 1 ? say`file` : say`files`}`
        const which = files === 1 ? say`this ${what}` : say`${files} ${what}`
        const unlike = allowed?.rule === undefined ? say`and the base knows nothing of it` : say`which no rule of the base says`
        return isNew ? say`${who} can open ${which}, ${unlike}` : say`${who} can open ${which} now, and could not before`
      }
      const related = allowed?.rule === undefined ? [] : [{ message: say`the base says here who can`, location: allowed.rule }]
      const location = locate(inSpan(after.source, key.start, key.end))
      const alike = { key: `${String(isNew)} ${String(allowed?.rule === undefined)} ${id}`, told }
      dangers.push({ rule: 'danger/recipient-added', message: told(1), location, related, environments, alike })
    }
  }
  return dangers
}

/** Keys that open a file no more: where the base says that they may, or where they go on opening what comes. */
export const recipientRemoved: FindDangers<'danger/recipient-removed'> = (input) => {
  const dangers: Danger[] = []
  for (const change of input.sealed) {
    const { before, after, allowed, environments } = change
    if (before === undefined || after === undefined) continue
    const left = keysOf(after)
    const gone = [...keysOf(before)].filter(([id]) => !left.has(id))
    const isKept = gone.length > 0 && keepsDataKey(change)
    for (const [id, key] of gone) {
      if (!isKept && allowed?.rule !== undefined && !allowed.keys.has(id)) continue
      const who = calledOf(key, input)
      const told = (files: number): Message => {
        const what = files === 1 ? say`this file` : say`${files} files`
        const its = files === 1 ? say`its data key` : say`their data keys`
        const kept = say`, but ${its} stayed: who had ${files === 1 ? say`it` : say`them`} can read what is encrypted later; ${name('cairn secrets rotate')} makes ${files === 1 ? say`a new one` : say`new ones`}`
        return say`${who} can open ${what} no more${isKept ? kept : say``}`
      }
      const related = [{ message: say`the base names it here`, location: inBase(locate(inSpan(before.source, key.start, key.end))) }]
      const alike = { key: `${String(isKept)} ${id}`, told }
      dangers.push({ rule: 'danger/recipient-removed', message: told(1), location: locate(metadataPlace(after)), related, environments, alike })
    }
  }
  return dangers
}

function keysOf(file: SealedFile | undefined): ReadonlyMap<string, SopsKey> {
  const keys = new Map<string, SopsKey>()
  for (const key of file?.metadata.groups.flatMap((group) => group.keys) ?? []) {
    if (!keys.has(keyOf(key))) keys.set(keyOf(key), key)
  }
  return keys
}

/** A key as the base's `cairn.yaml` calls it; what the change itself calls it is its own word. */
function calledOf({ type, name: key }: SopsKey, { base, head }: DangerInput): Message {
  const aliasIn = ({ config }: DangerInput['base']) => [...config.recipients].find(([, { recipient }]) => recipient === key)?.[0]
  if (type !== 'age') return say`${name(type)} ${name(key)}`
  const alias = aliasIn(base)
  if (alias !== undefined) return say`${name(alias)} (${name(key)})`
  const fresh = aliasIn(head)
  return fresh === undefined ? say`${name(key)}` : say`${name(key)}, called ${name(fresh)} by this very change,`
}

/** Whether a value has the same ciphertext on both sides: then it is encrypted with the same key, too. */
function keepsDataKey({ before, after }: SealedChange): boolean {
  if (before === undefined || after === undefined) return false
  const old = new Set(envelopesOf(before))
  return envelopesOf(after).some((envelope) => old.has(envelope))
}

function envelopesOf({ documents }: SealedFile): readonly string[] {
  const found: string[] = []
  rewrite(documents, {
    visit: ({ item }) => {
      const value = item.kind === 'leaf' ? item.value : null
      if (value !== null && 'text' in value && value.text.startsWith(ENVELOPE_START)) found.push(value.text)
      return undefined
    },
  })
  return found
}
