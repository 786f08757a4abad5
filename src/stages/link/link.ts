import type { Effective, Linked, Reference } from '../../core/effective.ts'
import type { Report } from '../../core/finding.ts'
import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { MAX_BROUGHT } from './limits.ts'
import { LinkFindings } from './link-findings.ts'
import { PartPlaces } from './place.ts'
import { resolverOf } from './resolver.ts'
import { isReference, readText, type ReferencePart } from './syntax.ts'
import { replaceTexts, textsIn, type Replacement } from './walk.ts'
import type { LinkWorld } from './world.ts'

export { mayHoldReferences, mayRefer, SIGNS } from './may-hold.ts'
export type { LinkWorld } from './world.ts'

/**
 * Resolves the references in an effective document's values, within its environment. Targets are asked for on demand
 * and resolved pointer by pointer, through as many documents as it takes; what the document does not refer to is not
 * looked at, and subtrees without references are shared. A reference that cannot be resolved is a finding at its place
 * and a hole in the value; what is wrong inside a target is its own document's finding.
 */
export function linkDocument(effective: Effective, world: LinkWorld, report: Report): Linked {
  const found = textsIn(effective.value)
  if (found.length === 0) return { effective, value: effective.value, references: [] }
  const resolver = resolverOf(world)
  const nodes = resolver.resolve(effective, found)
  const findings = new LinkFindings(effective, resolver, report)
  const references: Reference[] = []
  const replacements: Replacement[] = []
  let brought = 0
  for (const node of nodes) {
    const text = { parts: readText(node.text), places: new PartPlaces(effective, node) }
    for (const part of text.parts) if (isReference(part)) references.push(referenceAt(node.tokens, part, text.places))
    findings.tell(node, text)
    const value = node.result === undefined ? HOLE : node.result.value
    const before = brought
    brought += resolver.measure.of(value).size
    replacements.push({ tokens: node.tokens, value: brought > MAX_BROUGHT ? HOLE : value })
    if (before <= MAX_BROUGHT && brought > MAX_BROUGHT) findings.tooLarge(text)
  }
  return { effective, value: replaceTexts(effective.value, replacements), references }
}

/** Its place costs a replay of the merge: worked out when it is asked for. */
function referenceAt(tokens: Tokens, part: ReferencePart, places: PartPlaces): Reference {
  return {
    tokens,
    target: part.target,
    get place() {
      return places.of(part)
    },
  }
}
