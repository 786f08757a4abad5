import { referencesAt, type Effective, type Reference } from '../../core/effective.ts'
import type { FileLayer, Layer } from '../../core/layer.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import { childrenOf, nodeAfter, ROOT, valuePlace, type Tree } from '../../core/tree.ts'
import { link } from '../../pipeline.ts'
import type { Workspace } from '../../workspace.ts'

/** A place in an encrypted file. */
export interface SealedSource {
  readonly path: string
  /** JSON Pointer in the document of the file. */
  readonly at: string
  /** Which document, from 0; only of a file with several. */
  readonly stream?: number
}

/**
 * Where the ciphertext of an opaque leaf is: the layer that set it, or, where it came by reference, that of what the
 * references lead to. Several for a text that is put together.
 */
export function sealedSources(workspace: Workspace, effective: Effective, tokens: Tokens): SealedSource[] {
  const found = new Map<string, SealedSource>()
  const seen = new Set<string>()
  const visit = (document: Effective, references: readonly Reference[], at: Tokens): void => {
    const { kind, name } = document.document
    const key = `${kind}/${name}#${pointer(at)}`
    if (seen.has(key)) return
    seen.add(key)
    const through = referencesAt(references, at)
    for (const { target, tokens: from } of through) {
      const next = target.of === 'document' ? workspace.world(document.environment).lookup(target.document) : undefined
      if (target.of !== 'document' || next === undefined) continue
      visit(next, link(workspace, next, () => {}).references, [...target.tokens, ...at.slice(from.length)])
    }
    const winner = through.length > 0 ? undefined : document.originsAt(at).winner
    if (winner === undefined || !isEncrypted(winner.layer)) return
    const { tree, node } = winner.layer
    const stream = streamOf(workspace, tree)
    const { path } = tree.source
    const to = pointer([...tokensTo(tree, node), ...winner.tokens])
    const source = { path, at: to, ...(stream !== undefined && { stream }) }
    found.set(`${path}#${stream ?? ''}#${source.at}`, source)
  }
  visit(effective, link(workspace, effective, () => {}).references, tokens)
  return [...found.values()]
}

function isEncrypted(layer: Layer): layer is FileLayer {
  return layer.from === 'file' && layer.encrypted
}

/** Which document of its file a tree is; undefined where there is one only. */
function streamOf({ reader }: Workspace, tree: Tree): number | undefined {
  if (!tree.source.text.includes('\n---')) return undefined
  const trees = reader.keptTrees(tree.source.path, { stream: true })
  const { start } = valuePlace(tree, ROOT)
  return trees.length === 1 ? undefined : trees.findIndex((other) => valuePlace(other, ROOT).start === start)
}

/** The pointer of a node: list items by their index. */
function tokensTo(tree: Tree, node: number): string[] {
  const tokens: string[] = []
  for (let at = ROOT; at !== node; ) {
    let index = 0
    let next = -1
    for (const child of childrenOf(tree, at)) {
      if (child <= node && node < nodeAfter(tree, child)) {
        tokens.push(tree.keys[child] ?? String(index))
        next = child
        break
      }
      index++
    }
    if (next < 0) return tokens // through an alias: the anchor stands elsewhere
    at = next
  }
  return tokens
}
