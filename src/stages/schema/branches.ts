import { SCALARS } from '../../core/schema/allowed.ts'
import type { Scope } from '../../core/schema/schemas.ts'
import { own, put, type Mapping, type MutableMapping } from '../../core/value.ts'
import { readText } from './texts.ts'

/**
 * The scope of a mapping of texts, with the branches that its tags choose, or, where it has none, those of the mapping
 * below it. A tag may be a number or a boolean: its text is read as one where the schema has no such string.
 */
export function branched(scope: Scope, mapping: Mapping, lower: Mapping): Scope {
  let at = scope
  while (at.unions.length > 0) {
    const tags: MutableMapping = {}
    for (const { property, byTag } of at.unions) {
      const said = own(mapping, property) ?? own(lower, property)
      if (said === undefined) continue
      const read = typeof said === 'string' && !byTag.has(said) ? readText(said, SCALARS).value : undefined
      put(tags, property, read === undefined ? said : read)
    }
    const next = at.given(tags)
    if (next === at) return at
    at = next
  }
  return at
}
