import { describe, expect, test } from 'vitest'
import type { Json } from '../reference/independent.ts'
import { misspellings, otherTypes, removed, renamed, replaced, type Pointer } from './mutations.ts'
import { distinctDocuments, readYaml, type Effective } from './reference.ts'
import { fileOf, validator, type Mapping } from './schemas.ts'
import { walk, type Place } from './walk.ts'

/** Names that people invent: no schema can know whether one is misspelt. */
const INVENTED: ReadonlySet<string> = new Set(['infrastructure/collections'])

const distinct = distinctDocuments()
const origin: Effective[] = ['service', 'deployment'].map((name) => {
  return { environment: 'production', kind: `${name}s`, name, value: readYaml(`test/fixtures/origin/${name}.yaml`) }
})

describe.each(['models', 'services', 'infrastructure', 'integrations', 'monitoring', 'deployments'])('%s', (kind) => {
  const validate = validator(fileOf(kind))
  const documents = [...distinct, ...origin].filter((one) => one.kind === kind)

  test('another type anywhere is found', () => {
    expectFound(function* (document, pointer, value) {
      for (const other of otherTypes(value)) yield [JSON.stringify(other), replaced(document, pointer, other)]
    })
  })

  test('a key that is required and is not there is found', () => {
    expectFound(function* (document, pointer, value, places) {
      const required = places.flatMap(({ schema }) => (schema['required'] ?? []) as string[])
      for (const key of required) {
        expect(value).toHaveProperty([key])
        yield [`without ${key}`, removed(document, [...pointer, key])]
      }
    })
  })

  test('a key that is misspelt is found', () => {
    expectFound(function* (document, pointer, value, places) {
      if (!isMapping(value) || INVENTED.has([kind, ...pointer].join('/')) || namesDocuments(places)) return
      for (const key of Object.keys(value)) {
        for (const wrong of misspellings(key)) {
          if (!Object.hasOwn(value, wrong)) yield [`${key} as ${wrong}`, renamed(document, [...pointer, key], wrong)]
        }
      }
    })
  })

  /** Every edit of every valid document makes it invalid. */
  function expectFound(editsAt: (...at: [Json, Pointer, Json, readonly Place[]]) => Iterable<readonly [string, Json]>): void {
    const missed: string[] = []
    let edits = 0
    for (const { name, value: document } of documents) {
      expect(validate(document), name).toBe(true)
      walk(kind, document, (pointer, value, places) => {
        for (const [what, edited] of editsAt(document, pointer, value, places)) {
          edits++
          if (validate(edited)) missed.push(`${[kind, name, ...pointer].join('/')}: ${what}`)
        }
      })
    }
    expect(edits).toBeGreaterThan(10 * documents.length)
    expect(missed).toEqual([])
  }
})

/** Whether the keys are names of documents, which `x-ref` looks after. */
function namesDocuments(places: readonly Place[]): boolean {
  return places.some(({ schema }) => (schema['propertyNames'] as Mapping | undefined)?.['x-ref'] !== undefined)
}

function isMapping(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
