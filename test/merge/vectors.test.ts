import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FileLayer } from '../../src/core/layer.ts'
import { Source } from '../../src/core/source.ts'
import type { Value } from '../../src/core/value.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'

interface Vector {
  readonly original: Value
  readonly patch: Value
  readonly result: Value
}

const text = readFileSync(new URL('../fixtures/json-merge-patch/index.json', import.meta.url), 'utf8')
const vectors = JSON.parse(text) as readonly Vector[]

describe('the vectors of RFC 7396', () => {
  it('are all there', () => expect(vectors).toHaveLength(15))

  it.each(vectors.map((vector) => [JSON.stringify(vector.original), JSON.stringify(vector.patch), vector] as const))(
    '%s with %s',
    (_original, _patch, { original, patch, result }) => {
      const merged = mergeLayers([layer(original), layer(patch)], undefined, { environment: { name: 'e', protected: false } })
      // An empty file says nothing: a patch of null, which RFC 7396 lets replace the document, cannot be meant.
      expect(merged).toEqual(patch === null ? original : result)
    },
  )
})

function layer(value: Value): FileLayer {
  const tree = { source: new Source('layer.json', ''), value, keys: [null], spans: Int32Array.of(-1, -1, 0, 0, 1) }
  return { from: 'file', tree, node: 0, value, environment: null, encrypted: false }
}
