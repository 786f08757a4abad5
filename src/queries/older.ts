import type { FileHistory, PastState } from '../core/ports.ts'
import { rewrite, type SopsLeaf } from '../core/sops/document.ts'
import { ENVELOPE_START } from '../core/sops/envelope.ts'
import type { Older, SealedChange } from '../core/sops/sealed-change.ts'
import type { SealedFile } from '../core/sops/sealed-file.ts'

/** States of a file whose content is read, the newest ones. */
const MOST_READ = 30

/**
 * What of an encrypted file is as it was before, and not as the base has it. No two encryptions give the same text, so
 * one that has stood in the file before says that the value of then is back; the MAC says so of the whole file.
 */
export function olderIn({ path, before, after }: SealedChange, { states, read }: FileHistory): Older | undefined {
  if (after === undefined) return undefined
  const old = new Set(before === undefined ? [] : envelopesIn(before.source.text))
  const all = states.get(path) ?? []
  const past = all.slice(0, MOST_READ).flatMap((state) => {
    const text = read(state.blob)?.toString('utf8')
    return text === undefined ? [] : [{ state, envelopes: new Set(envelopesIn(text)) }]
  })
  const { mac } = after.metadata
  const whole = mac === undefined || old.has(mac) ? undefined : past.find(({ envelopes }) => envelopes.has(mac))
  if (whole !== undefined) return { ...told(whole.state), leaves: [] }
  const fresh = sealedLeaves(after).filter(({ envelope }) => !old.has(envelope))
  for (const { state, envelopes } of past) {
    const leaves = fresh.filter(({ envelope }) => envelopes.has(envelope)).map(({ leaf }) => leaf)
    if (leaves.length > 0) return { ...told(state), leaves }
  }
  return undefined
}

function told({ commit, seconds }: PastState): Pick<Older, 'commit' | 'day'> {
  return { commit, day: new Date(seconds * 1000).toISOString().slice(0, 10) }
}

/** The envelopes of a text, whatever its format: no character of theirs is escaped in any. */
function envelopesIn(text: string): readonly string[] {
  const found: string[] = []
  for (let at = text.indexOf(ENVELOPE_START); at >= 0; ) {
    const end = text.indexOf(']', at)
    if (end < 0) break
    found.push(text.slice(at, end + 1))
    at = text.indexOf(ENVELOPE_START, end)
  }
  return found
}

function sealedLeaves({ documents }: SealedFile): readonly { readonly leaf: SopsLeaf; readonly envelope: string }[] {
  const leaves: { leaf: SopsLeaf; envelope: string }[] = []
  rewrite(documents, {
    visit: ({ item }) => {
      const value = item.kind === 'leaf' ? item.value : null
      if (item.kind === 'leaf' && value !== null && 'text' in value && value.text.startsWith(ENVELOPE_START)) {
        leaves.push({ leaf: item, envelope: value.text })
      }
      return undefined
    },
  })
  return leaves
}
