import type { Change, ShadowedEdit } from '../../core/change.ts'
import { documentKey } from '../../core/document.ts'
import type { Effective } from '../../core/effective.ts'
import type { FileLayer } from '../../core/layer.ts'
import { Hole } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isMapping, own, sameValue, type Value } from '../../core/value.ts'
import { decide, type BothEffective, type Decision } from './decision.ts'
import { leafEdits, type LeafEdit } from './leaf-edits.ts'
import { editedLayers, type LayerPair } from './layers.ts'
import { whereIn } from './places.ts'
import { PointerTree } from './pointer-tree.ts'

/** One document in one environment, before and after, with all of its changes there. */
export interface ShadowedOptions {
  readonly before: Effective | undefined
  readonly after: Effective | undefined
  /** What `diffLinked` says of the two. */
  readonly changes: readonly Change[]
}

/**
 * The edited leaves of a document's layers that change nothing in an environment, each with who decides instead. Only
 * what is merged to the very same value counts as such an edit: one that a reference makes come out the same is neither
 * a change nor without effect, and neither is one where a hole stays a hole. Origins are asked for only where there is
 * such an edit.
 */
export function shadowedEdits({ before, after, changes }: ShadowedOptions): ShadowedEdit[] {
  if (before === undefined || after === undefined) return []
  const changed = new PointerTree()
  for (const change of changes) changed.add(change.tokens)
  const document = documentKey(after.document)
  const environments = [after.environment.name]
  const found: ShadowedEdit[] = []
  for (const pair of editedLayers(before.layers, after.layers)) {
    if (!isEdit(pair, before, after)) continue
    for (const idle of idleEdits(pair, changed, { before, after })) found.push({ document, ...idle, environments })
  }
  return found
}

/** A layer that came or went because the environment inherits otherwise now was not edited. */
function isEdit(pair: LayerPair, before: Effective, after: Effective): boolean {
  if (pair.before === undefined) return belongs(pair.after, before)
  return pair.after !== undefined || belongs(pair.before, after)
}

function belongs(layer: FileLayer | undefined, { environment }: Effective): boolean {
  const of = layer?.environment ?? null
  return of === null || environment.lineage.includes(of)
}

type IdleEdit = Omit<ShadowedEdit, 'document' | 'environments'>

function idleEdits(pair: LayerPair, changed: PointerTree, both: BothEffective): IdleEdit[] {
  const edits = leafEdits(pair.before?.value, pair.after?.value)
  const [was, is] = [both.before.value, both.after.value]
  const idle = edits.filter(({ tokens }) => !changed.touches(tokens) && sameAt(was, is, tokens))
  const decided = idle.map((edit) => ({ edit, decision: decide(edit, pair, both) }))
  if (pair.after === undefined && idle.length === edits.length) return removedLayer(pair, decided)
  return decided.map(({ edit, decision }) => ({ ...edit, edit: editedPlace(edit, pair), ...decision }))
}

function removedLayer({ before }: LayerPair, decided: readonly { readonly decision: Decision }[]): IdleEdit[] {
  if (before === undefined) return []
  const decisions = decided.map(({ decision }) => decision)
  const overridden = decisions.find(({ reason }) => reason === 'overridden')
  const telling = overridden ?? decisions.find(({ by }) => by !== undefined) ?? decisions[0]
  if (telling === undefined) return []
  return [{ tokens: [], kind: 'layer-removed', edit: whereIn(before, []), ...telling }]
}

function editedPlace({ kind, tokens }: LeafEdit, pair: LayerPair) {
  return whereIn((kind === 'removed' ? pair.before : pair.after) as FileLayer, tokens)
}

/** Whether two documents hold the same at a pointer, or both nothing. Where there is a hole nobody knows. */
function sameAt(before: Value, after: Value, tokens: Tokens): boolean {
  let left: Value | undefined = before
  let right: Value | undefined = after
  for (const token of tokens) {
    if (left instanceof Hole || right instanceof Hole) return false
    left = isMapping(left) ? own(left, token) : undefined
    right = isMapping(right) ? own(right, token) : undefined
  }
  if (left === undefined || right === undefined) return left === right
  return !(left instanceof Hole || right instanceof Hole) && sameValue(left, right)
}
