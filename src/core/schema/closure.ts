import { applicatorsOf, possibleApplicatorsOf } from './applicators.ts'
import type { SchemaNode } from './node.ts'

/** Most schemas that may apply at one pointer; what is beyond is a finding on the schema (`schema/too-complex`). */
export const MAX_APPLICABLE = 1_000

/** Which schemas are followed to those that apply to the same value: those that always do, or all that may. */
export type Reach = 'always' | 'maybe'

export interface Closure {
  /** Nearest first; each once. */
  readonly nodes: readonly SchemaNode[]
  /** Whether there are more than `MAX_APPLICABLE`, and the rest is left out. */
  readonly cut: boolean
}

/** The given schemas and those that always apply with them: through `$ref` and `allOf`, however they are nested. */
export function alwaysWith(seeds: Iterable<SchemaNode>): Closure {
  return closureOf(seeds, 'always')
}

/**
 * The given schemas and those that apply to the same value. A `$ref` of draft-07 stands for its target alone, unless
 * all that may apply is asked for.
 */
export function closureOf(seeds: Iterable<SchemaNode>, reach: Reach): Closure {
  const seen = new Set(seeds)
  const nodes: SchemaNode[] = []
  for (const node of seen) {
    if (seen.size > MAX_APPLICABLE) return { nodes, cut: true }
    const { always, maybe } = reach === 'maybe' ? possibleApplicatorsOf(node) : applicatorsOf(node)
    for (const other of always) seen.add(other)
    if (reach === 'maybe') for (const other of maybe) seen.add(other)
    if (reach === 'maybe' || !node.isPlainReference) nodes.push(node)
  }
  return { nodes, cut: false }
}
