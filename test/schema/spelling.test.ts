import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { NearestBudget } from '../../src/core/nearest.ts'
import { schemasBelow } from '../../src/core/schema/keywords.ts'
import { isMapping } from '../../src/core/value.ts'
import { checkSpelling } from '../../src/stages/schema/spelling.ts'
import { schemaOf } from '../validate/schemas.ts'

const ROOT = join(import.meta.dirname, '../..')

function misspelt(schema: unknown): readonly string[] {
  const found: string[] = []
  for (const node of schemasBelow(schemaOf(schema))) {
    if (!isMapping(node.schema)) continue
    for (const keyword of Object.keys(node.schema)) {
      checkSpelling(node, keyword, new NearestBudget(), ({ message }) => found.push(message))
    }
  }
  return found
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:json|yaml)$/.test(path))
    .map((path) => join(folder, path))

test.each(['schemas', 'test/interop/json-schema-suite'])('nothing in %s is misspelt', (folder) => {
  let schemas = 0
  for (const path of filesIn(folder)) {
    const read: unknown = parse(readFileSync(join(ROOT, path), 'utf8'))
    for (const schema of Array.isArray(read) ? read.map((one: { readonly schema: unknown }) => one.schema) : [read]) {
      schemas++
      expect(misspelt(schema)).toEqual([])
    }
  }
  expect(schemas).toBeGreaterThan(5)
})

test.each(['container', 'when', 'note', 'cost', 'units', 'order', 'enumNames', 'if', 'min', 'ui'])('%s is near to nothing', (keyword) => {
  expect(misspelt({ [keyword]: 1 })).toEqual([])
})
