import { beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { findNode } from '../../src/core/tree.ts'
import { isList, isMapping, type Mapping, type Value } from '../../src/core/value.ts'
import { fixtureRepository } from '../helpers/fixtures.ts'
import { loadParsers } from '../parse/formats.ts'
import { readYaml } from '../parse/yaml-help.ts'

// The repositories under test/fixtures/repositories are by others; each has its licence beside it.

/** Everything that is reported about the fixtures' YAML: the faults that are in them. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  // A closing bracket at its key's indentation, which YAML 1.2 forbids (§7.4: flow content is indented further).
  'phalanx/applications/butler-writer-service/values-usdfprod-prompt-processing.yaml': ['28:1-28:2 parse/syntax'],
  'phalanx/applications/keda/values-usdfdev-prompt-processing.yaml': [
    '6:5-6:6 parse/syntax',
    '9:5-9:6 parse/syntax',
    '12:5-12:6 parse/syntax',
  ],
  'phalanx/applications/keda/values-usdfprod-prompt-processing.yaml': [
    '6:5-6:6 parse/syntax',
    '9:5-9:6 parse/syntax',
    '12:5-12:6 parse/syntax',
  ],
  'phalanx/applications/prompt-keda-hsc/values-usdfdev-prompt-processing.yaml': ['53:3-53:4 parse/syntax'],
  'phalanx/applications/prompt-keda-latiss/values-usdfdev-prompt-processing.yaml': ['83:3-83:4 parse/syntax'],
  'phalanx/applications/prompt-keda-lsstcam/values-usdfprod-prompt-processing.yaml': [
    '135:5-135:6 parse/syntax',
    '145:3-145:4 parse/syntax',
  ],
  // A key given twice.
  'ray-llm/models/continuous_batching/amazon--LightGPT.yaml': ['33:7-33:29 parse/duplicate-key < 32:7'],
  // A Helm template.
  'kubeai/charts/models/templates/models.yaml': ['1:1-1:3 parse/template'],
}

beforeAll(loadParsers)

describe.each(['phalanx', 'kubeai', 'llm-d-benchmark', 'ray-llm', 'spring-petclinic-config', 'flux2-kustomize-helm-example'])(
  '%s',
  (repository) => {
    const files = Object.entries(fixtureRepository(repository)).filter(([path]) => /\.ya?ml$/.test(path))

    it('has the values and the order of keys that `yaml` gives, in every file but a template', () => {
      for (const [path, bytes] of files) {
        const text = bytes.toString('utf8')
        const { trees, values } = readYaml(text, { stream: true })
        if (FAULTS[`${repository}/${path}`]?.[0]?.endsWith('template') === true) {
          expect(values).toEqual(['!hole'])
          continue
        }
        const expected = JSON.stringify(valuesByYaml(text).map(inOrder))
        expect(JSON.stringify(trees.map(({ value }) => inOrder(value))), path).toBe(expected)
        for (const tree of trees) for (const tokens of pointersOf(tree.value)) expect(findNode(tree, tokens)).not.toBe(-1)
      }
    })

    it('has findings for its known faults and for nothing else', () => {
      const found: Record<string, readonly string[]> = {}
      for (const [path, bytes] of files) {
        const { places } = readYaml(bytes.toString('utf8'), { stream: true })
        if (places.length > 0) found[`${repository}/${path}`] = places
      }
      const known = Object.entries(FAULTS).filter(([path]) => path.startsWith(`${repository}/`))
      expect(found).toEqual(Object.fromEntries(known))
    })
  },
)

function valuesByYaml(text: string): Value[] {
  const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false, logLevel: 'error' })
  if ('empty' in documents) return [null]
  return documents.map((document) => document.toJS({ maxAliasCount: -1 }) as Value)
}

/** A value as nested lists of entries, so that comparing it compares the order of keys. */
function inOrder(value: Value): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(inOrder)]
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value as Mapping).map(([key, child]) => [key, inOrder(child)])
}

/** The tokens of everything below a value. */
function* pointersOf(value: Value, at: readonly string[] = []): Generator<readonly string[]> {
  yield at
  if (!isList(value) && !isMapping(value)) return
  for (const [key, child] of Object.entries<Value>(value as Mapping)) yield* pointersOf(child, [...at, key])
}
