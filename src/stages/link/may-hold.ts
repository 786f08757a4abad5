import type { Layer } from '../../core/layer.ts'
import type { Source } from '../../core/source.ts'
import { OPEN } from './syntax.ts'
import { textsIn } from './walk.ts'

const known = new WeakMap<Source, boolean>()

/**
 * Whether a document of these layers may hold references: true if a text of theirs has `${cairn:` in it, or an escape
 * that could have written it. False is certain. Cheap: looks at each file's text once.
 */
export function mayHoldReferences(layers: readonly Layer[]): boolean {
  for (const layer of layers) {
    if (layer.from === 'variables' ? textsIn(layer.value).length > 0 : inSource(layer.tree.source)) return true
  }
  return false
}

function inSource(source: Source): boolean {
  let answer = known.get(source)
  if (answer === undefined) known.set(source, (answer = mayRefer(source.text)))
  return answer
}

/** Escapes by number, and escaped line ends: the only ones that can make or join the characters of `${cairn:`. */
const TELLING_ESCAPE = /\\[xuU\r\n]/

/** What a file holds in which `mayRefer` finds something. */
export const SIGNS: readonly string[] = [OPEN, '\\']

/** Whether a file with this text may hold references. False is certain. */
export function mayRefer(text: string): boolean {
  return text.includes(OPEN) || mayHide(text)
}

/** Whether an escape may write or join characters of a reference. */
export function mayHide(text: string): boolean {
  return text.includes('\\') && TELLING_ESCAPE.test(text)
}
