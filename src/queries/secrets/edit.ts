import type { Tokens } from '../../core/pointer.ts'
import type { Secret } from '../../core/opaque.ts'
import { rewrite, type Clear, type SopsDocument, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { problem, type Outcome } from '../../core/sops/problem.ts'
import { editSops } from '../../stages/sops/edit.ts'
import { editsBetween } from '../../stages/sops/edits-between.ts'
import type { OpenedFile, SopsRun } from '../../stages/sops/open.ts'
import { plainText } from '../../stages/sops/plain-text.ts'
import { sealEdited } from '../../stages/sops/seal-edited.ts'
import { readClear } from './read-clear.ts'
import { proveOpens, type SecretsWorld } from './world.ts'

/**
 * Seals a text in clear that was edited, with as few changed lines as can be: where only values differ, their lines
 * alone; else the text as the person left it, comments and order too, with the ciphertext of what stayed.
 *
 * @param edited the whole text in clear
 * @returns the new text of the file, its own where nothing was changed
 */
export async function sealEdit(
  opened: OpenedFile,
  edited: string,
  path: string,
  world: SecretsWorld,
): Promise<Outcome<string>> {
  const { run, now } = world
  const { format } = opened.file
  if (format === 'binary') return { ok: false, problems: [problem('not-representable')] }
  const read = await readClear({ path, text: edited }, format)
  if (!read.ok) return read
  const documents = format === 'json' ? withFloats(opened, read.result, run) : read.result
  const edits = editsBetween(opened, documents, run.cipher)
  const small = edits.ok ? editSops(opened, edits.result, now, run) : edits
  if (small.ok && isThat(edited, small.result, opened, { path, world })) return small
  const whole = sealEdited(opened, { text: edited, documents }, now, run)
  const made = whole.ok ? whole : small.ok ? small : whole
  if (made.ok) proveOpens({ path, text: made.result }, opened.dataKey, world)
  return made
}

/**
 * JSON has one type of number, and to SOPS before 3.13.2 all were floats: one that says what it said stays one, so that
 * an edit elsewhere does not give it another ciphertext.
 */
function withFloats(
  { leaves }: OpenedFile,
  documents: readonly SopsDocument[],
  { cipher }: SopsRun,
): readonly SopsDocument[] {
  const keyOf = (tokens: Tokens) => tokens.join('\u0000')
  // A key may stand twice.
  const floats = new Map<string, (Secret | Clear)[]>()
  for (const { tokens, value } of leaves) {
    if (value?.type === 'float') floats.set(keyOf(tokens), [...(floats.get(keyOf(tokens)) ?? []), value])
  }
  if (floats.size === 0) return documents
  const places = new Map<SopsNode, SopsNode>()
  rewrite(documents, {
    visit: ({ item, tokens }) => {
      const value = item.kind === 'leaf' ? item.value : null
      const was = floats.get(keyOf(tokens)) ?? []
      if (item.kind !== 'leaf' || value === null || !('text' in value) || value.type !== 'int') return undefined
      if (was.some((one) => cipher.sameText(one, value))) places.set(item, { ...item, value: { type: 'float', text: value.text } })
      return undefined
    },
  })
  return documents.map(({ root }) => ({ root: replaced(root, places) as SopsMapping }))
}

/** A tree with other leaves in some places; positions in the text stay. */
function replaced(node: SopsNode, places: ReadonlyMap<SopsNode, SopsNode>): SopsNode {
  if (node.kind === 'leaf') return places.get(node) ?? node
  const items = node.items.map((item) => (item.kind === 'comment' ? item : { ...item, node: replaced(item.node, places) }))
  return { ...node, items }
}

/** Whether a text in clear is what an encrypted one says, to the last blank. */
function isThat(
  edited: string,
  text: string,
  { dataKey }: OpenedFile,
  { path, world }: { readonly path: string; readonly world: SecretsWorld },
): boolean {
  const clear = plainText(proveOpens({ path, text }, dataKey, world))
  return clear.ok && clear.result === edited
}
