import { beforeAll, describe, expect, test } from 'vitest'
import type { Strategy } from '../../src/core/strategy.ts'
import type { Value } from '../../src/core/value.ts'
import { evaluate } from '../../src/pipeline.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'
import { openFiles, type Opened } from '../helpers/memory.ts'
import type { Json } from '../reference/independent.ts'
import { referenceRepository } from '../reference/repository-files.ts'
import { effectiveDocuments } from './reference.ts'
import { fileOf, problems, validator, type Mapping } from './schemas.ts'
import { applying, below, schemaOf, walk, type Place } from './walk.ts'

const documents = effectiveDocuments()
const titled = documents.map((one) => [`${one.kind}/${one.name} in ${one.environment}`, one] as const)

describe('the reference repository under its schemas', () => {
  test('there are enough documents to mean something', () => {
    expect(documents.length).toBeGreaterThan(100)
  })

  test.each(titled)('%s is valid', (_title, { kind, value }) => {
    expect(problems(validator(fileOf(kind)), value)).toEqual([])
  })

  test.each(titled)('%s names documents that there are', (_title, { kind, environment, value }) => {
    const dangling: string[] = []
    const look = (reference: unknown, name: string): void => {
      const known = kindsOf(reference).some((other) => documents.some((one) => one.environment === environment && one.kind === other && one.name === name))
      if (!known) dangling.push(name)
    }
    walk(kind, value, (_pointer, at, places) => {
      for (const { schema } of places) {
        if (schema['x-ref'] !== undefined) look(schema['x-ref'], at as string)
        const keys = (schema['propertyNames'] as Mapping | undefined)?.['x-ref']
        if (keys !== undefined) for (const key of Object.keys(at as Mapping)) look(keys, key)
      }
    })
    expect(dangling).toEqual([])
  })

  test.each(titled)('%s needs no default', (_title, { kind, value }) => {
    const filled: string[] = []
    walk(kind, value, (pointer, at, places) => {
      if (typeof at !== 'object' || at === null || Array.isArray(at)) return
      for (const key of places.flatMap(({ schema }) => Object.keys((schema['properties'] ?? {}) as Mapping))) {
        const hasDefault = applying(below(places, key), null).some(({ schema }) => schema['default'] !== undefined)
        if (hasDefault && !Object.hasOwn(at, key)) filled.push([...pointer, key].join('/'))
      }
    })
    expect(filled).toEqual([])
  })
})

describe('x-merge', () => {
  let opened: Opened
  beforeAll(async () => { opened = await openFiles(referenceRepository()) })

  test('merges lists of the reference repository into what they are without it', async () => {
    const { workspace, collector } = opened
    let overlaid = 0
    for (const document of workspace.discovery.documents.values()) {
      const strategy = strategyOf([schemaOf(document.id.kind)])
      const environments = [...workspace.environments.values()].filter(({ abstract }) => !abstract)
      const effectives = await workspace.reader.whole(collector, () => evaluate(workspace, document, environments, collector.report))
      for (const { layers, environment } of effectives) {
        overlaid += listsMerged(strategy, layers.map(({ value }) => value))
        expect(mergeLayers(layers, strategy, { environment })).toEqual(mergeLayers(layers, undefined, { environment }))
      }
    }
    expect(overlaid).toBeGreaterThan(0)
  })
})

function kindsOf(reference: unknown): string[] {
  if (typeof reference === 'string') return [reference]
  return [(reference as { readonly kind: string | string[] }).kind].flat()
}

/** What the schemas say of merging, as the merge takes it; none where they say nothing. */
function strategyOf(from: readonly Place[]): Strategy {
  const places = applying(from, null)
  const merge = places.find(({ schema }) => schema['x-merge'] !== undefined)?.schema['x-merge'] as Strategy['merge']
  const keys = places.flatMap(({ schema }) => Object.keys((schema['properties'] ?? {}) as Mapping))
  return {
    ...(merge !== undefined && { merge }),
    properties: Object.fromEntries(keys.map((key) => [key, strategyOf(below(places, key))])),
    ...(places.some(({ schema }) => schema['items'] !== undefined) && { items: strategyOf(below(places, 0)) }),
  }
}

/** How many lists with a rule of their own an overlay speaks of. */
function listsMerged({ merge, properties = {} }: Strategy, layers: readonly (Value | undefined)[]): number {
  const lists = layers.filter((layer) => Array.isArray(layer))
  if (merge !== undefined) return Math.max(0, lists.length - 1)
  const mappings = layers.filter((layer) => typeof layer === 'object' && layer !== null && !Array.isArray(layer)) as unknown as Record<string, Json>[]
  return Object.entries(properties).reduce((sum, [key, inner]) => sum + listsMerged(inner, mappings.map((one) => one[key] as Value)), 0)
}
