import type { Tokens } from '../../core/pointer.ts'
import { childOf, newLeaf, newMapping, rewrite, type ClearType, type SopsDocument, type SopsNode } from '../../core/sops/document.ts'
import { problem, type Outcome } from '../../core/sops/problem.ts'
import type { ValueType } from '../../core/sops/value-types.ts'
import { canonical } from '../../core/sops/scalars.ts'
import { inClear } from '../../stages/sops/clear.ts'
import { json } from '../../stages/sops/emit.ts'
import type { OpenedFile, SopsRun } from '../../stages/sops/open.ts'
import { readPlain } from '../../stages/sops/read.ts'
import { nodeBelow } from '../../stages/sops/set-at.ts'

/** Where a value is in a file. */
export interface ValuePlace {
  readonly document: number
  readonly tokens: Tokens
}

/** The types that a text is to be read as, of a leaf that stands somewhere. */
export function typeAt({ leaves }: OpenedFile, place: ValuePlace): ClearType {
  const key = place.tokens.join('\u0000')
  const standing = leaves.find((leaf) => leaf.document === place.document && leaf.tokens.join('\u0000') === key)
  const type = standing?.value?.type
  return type === undefined || type === 'bytes' || type === 'comment' ? 'str' : type
}

/**
 * The node that a text stands for. Scalars become secrets; they are sealed where the selector of the file says so.
 *
 * @returns `undefined` where the text is none of the type
 */
export function nodeOf(text: string, type: Exclude<ValueType, 'as it was'>, { cipher }: SopsRun): SopsNode | undefined {
  if (type === 'null') return text.trim() === '' || text.trim() === 'null' ? newLeaf(null) : undefined
  if (type === 'json') return jsonNode(text)
  const value = canonical(type, type === 'str' ? text : text.trim())
  return value === undefined ? undefined : newLeaf(cipher.keep({ type, text: value }))
}

/** JSON as SOPS reads it; anything that JSON can hold, not only what a file can. */
function jsonNode(text: string): SopsNode | undefined {
  const read = readPlain(`{"value": ${text}}`, 'json')
  const root = read.ok ? read.result[0]?.root : undefined
  return root?.items.length === 1 ? childOf(root, 'value')?.node : undefined
}

/** A document that holds one value and nothing else. */
export function documentOf(tokens: Tokens, value: SopsNode): SopsDocument {
  const [key = '', ...below] = tokens
  return { root: newMapping([[key, nodeBelow(below, value)]]) }
}

/**
 * A value in clear: a scalar as its text, anything else as JSON. PLAINTEXT: for standard output, nothing else.
 *
 * @returns or `no-such-value`, `not-representable` (bytes)
 */
export function valueText(opened: OpenedFile, { document, tokens }: ValuePlace): Outcome<string> {
  const values = new Map(opened.leaves.map(({ leaf, value }) => [leaf, value]))
  const documents = rewrite(opened.file.documents, {
    visit: ({ item }) => {
      const value = item.kind === 'leaf' ? values.get(item) : undefined
      return value === undefined || value === null ? undefined : newLeaf(inClear(value))
    },
  })
  let node = documents[document]?.root as SopsNode | undefined
  for (const token of tokens) node = node === undefined || node.kind === 'leaf' ? undefined : childOf(node, token)?.node
  if (node === undefined) return { ok: false, problems: [problem('no-such-value', { document, tokens })] }
  return { ok: true, result: node.kind === 'leaf' ? scalarText(node) : json(node, 0, '  ') }
}

function scalarText({ value }: Extract<SopsNode, { kind: 'leaf' }>): string {
  if (value === null) return 'null'
  const clear = inClear(value)
  return clear.type === 'bool' ? clear.text.toLowerCase() : clear.text
}
