import { describe, expect, it } from 'vitest'
import { Source } from '../../src/core/source.ts'
import { findNode, MERGE_KEY, type Tree } from '../../src/core/tree.ts'
import { TreeBuilder } from '../../src/stages/parse/tree-builder.ts'

/** A root with the given children, all of them leaves; `null` keys make it a list. */
function treeOf(keys: readonly (string | null)[]): Tree {
  const builder = new TreeBuilder(new Source('large.yaml', ''))
  const root = builder.open(null, -1, -1)
  for (const key of keys) builder.close(builder.open(key, 0, 0), 0, 0)
  builder.close(root, 0, 0)
  return builder.finish(null)
}

describe('findNode in large nodes', () => {
  const many = Array.from({ length: 1_000 }, (_, i) => `key ${i}`)

  it('finds every child, and nothing else', () => {
    const tree = treeOf(many)
    for (const [i, key] of many.entries()) expect(findNode(tree, [key])).toBe(i + 1)
    expect(findNode(tree, ['key'])).toBe(-1)
    expect(findNode(tree, ['0'])).toBe(-1)
    expect(findNode(tree, ['key 1', 'x'])).toBe(-1)
  })

  it('finds items by index as pointers write it', () => {
    const tree = treeOf(many.map(() => null))
    expect(findNode(tree, ['0'])).toBe(1)
    expect(findNode(tree, ['999'])).toBe(1_000)
    for (const token of ['1000', '01', '-', 'length']) expect(findNode(tree, [token])).toBe(-1)
  })

  it('takes the last of duplicate keys', () => {
    expect(findNode(treeOf(['twice', ...many, 'twice']), ['twice'])).toBe(1_002)
  })

  it('looks into merge keys for what the mapping lacks', () => {
    const builder = new TreeBuilder(new Source('large.yaml', ''))
    const root = builder.open(null, -1, -1)
    const merge = builder.open(MERGE_KEY, 0, 0)
    for (const key of ['merged', 'key 3']) builder.close(builder.open(key, 0, 0), 0, 0)
    builder.close(merge, 0, 0)
    for (const key of many) builder.close(builder.open(key, 0, 0), 0, 0)
    builder.close(root, 0, 0)
    const tree = builder.finish(null)
    expect(findNode(tree, ['merged'])).toBe(2)
    expect(findNode(tree, ['key 3'])).toBe(7)
    expect(findNode(tree, ['absent'])).toBe(-1)
  })
})
