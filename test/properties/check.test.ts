import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import { engines } from '../../src/adapters/engines.ts'
import { openWorkspace } from '../../src/pipeline.ts'
import { check } from '../../src/queries/check.ts'
import { render } from '../../src/queries/render.ts'
import { memory } from '../helpers/memory.ts'

const FRAGMENTS = [
  'a: 1\n', 'b: [x, y]\n', 'c:\n  d: null\n', '<<: *x\n', 'x: &x {a: 1}\n', '- 1\n', '!append [1]\n', 'l: !append [1]\n',
  'r: ${cairn:services/a#/b}\n', 'r: "${cairn:environment#/labels/x} ${cairn:var#V}"\n', '${cairn:', '{{ x }}', '---\n', '\t', '"', "'",
  '{', '}', '[', ']', '\u0000', '\ufeff', '__proto__: {x: 1}\n', 'inherits: [base, dev]\n', 'inherits: dev\n', 'abstract: true\n',
  'labels: {x: 1}\n', 'without: [services/a]\n', 'layout:\n', "  - {path: '**/{name}.{ext}', kind: k}\n", 'ignore: ["**"]\n',
  'presence: declared\n', 'sops: {mac: x, lastmodified: y, version: z}\n', 'ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:str]\n',
  '[section]\n', 'key = value\n', 'KEY=value\n', '"a": 1,\n', 'null\n', '~: ~\n', '1e999\n', '*a\n', '? [a]\n: b\n', '# comment\n', '\r\n',
]
const text = fc.oneof(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 8 }).map((parts) => parts.join('')), fc.string({ unit: 'binary' }))
const path = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('base', 'dev', 'prod'), fc.constantFrom('environment.yaml', 'services/a.yaml', 'services/a.json', 'services/b.toml', 'services/b.ini', 'services/c.env', 'services/a.sops.yaml')).map(([environment, rest]) => `environments/${environment}/${rest}`) },
  { weight: 2, arbitrary: fc.constant('cairn.yaml') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'binary' }) },
)

test('check and render never throw, and every finding can be placed, whatever the repository holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(path, text, { maxKeys: 8, noNullPrototype: true }), async (files) => {
      const snapshot = memory(files)
      const collector = new Collector()
      const workspace = await openWorkspace({ snapshot, variables: {}, engines }, collector)
      const { findings } = await check(workspace, { selection: {}, collector })
      for (const { location, message } of findings) {
        expect(message).not.toBe('')
        if (location.line !== undefined) {
          expect(Object.keys(files)).toContain(location.file)
          expect(location.line).toBeGreaterThan(0)
          expect(location.column).toBeGreaterThan(0)
        }
      }
      for await (const { value } of render(workspace, { selection: {}, collector: new Collector() })) JSON.stringify(value)
    }),
    { numRuns: 1500 },
  )
})
