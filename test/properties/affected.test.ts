import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engines } from '../../src/adapters/engines.ts'
import { Collector } from '../../src/core/collector.ts'
import { documentKey } from '../../src/core/document.ts'
import type { Search, Snapshot } from '../../src/core/ports.ts'
import { evaluate, link, openWorkspace } from '../../src/pipeline.ts'
import { affectedDocuments } from '../../src/queries/affected.ts'
import { check } from '../../src/queries/check.ts'
import type { Workspace } from '../../src/workspace.ts'
import { memory } from '../helpers/memory.ts'

const ENVIRONMENTS = {
  'environments/base/environment.yaml': 'abstract: true\nlabels: {x: 1}\n',
  'environments/dev/environment.yaml': 'inherits: base\n',
  'environments/prod/environment.yaml': 'inherits: base\nlabels: {x: 2}\n',
}
const SCHEMA = 'type: object\nproperties:\n  d: {default: "${cairn:services/a#/v}"}\n'

/** Lines of which documents are made: values, references written in all ways that lead somewhere, and what is none. */
const line = fc.constantFrom(
  'v: 1', 'v: 2', 'v: ${cairn:services/a#/v}', "v: '${cairn:services/b#/v}'", 'w: "${cairn:services/c#}"', 'w: "x ${cairn:services/a#/w} y"',
  'w: "\\x24{cairn:services/a#/v}"', 'w: "${cairn:services\\/b#/v}"', 'w: "${cairn:serv\\\n  ices/a#/v}"', 'l: ["${cairn:services/a#/l}", 1]',
  'w: >\n  ${cairn:services/b#/v}', 'w: ${cairn:environment#/labels/x}', 'w: $${cairn:services/a#/v}', '# ${cairn:services/c#/v}', 'l: [1]',
)
const text = fc.uniqueArray(line, { selector: (one) => one.slice(0, 1), minLength: 1, maxLength: 3 }).map((lines) => `${lines.join('\n')}\n`)
const path = fc.tuple(fc.constantFrom('base', 'dev', 'prod'), fc.constantFrom('services/a', 'services/b', 'services/c', 'others/d', 'others/e'))
  .map(([environment, document]) => `environments/${environment}/${document}.yaml`)
const files = fc.dictionary(path, text, { minKeys: 3, maxKeys: 10, noNullPrototype: true })
const edit = fc.dictionary(path, fc.option(text), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
const schema = fc.constantFrom({}, { 'schemas/others.yaml': SCHEMA })

const FILLING = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`unused/${i}`, '']))

/** As a commit is: with ids of contents, which can be searched; and large enough for that. */
function committed(contents: Readonly<Record<string, string>>): Snapshot {
  const all: Readonly<Record<string, string>> = { ...contents, ...FILLING }
  const snapshot = memory(all)
  const idOf = (one: string): string => createHash('sha1').update(contents[one] ?? '').digest('hex')
  const entries = snapshot.entries.map((entry) => ({ ...entry, oid: entry.path in contents ? idOf(entry.path) : '0' }))
  const search: Search = (texts, folders) => () => {
    const isFound = (one: string): boolean => {
      return folders.some((folder) => one.startsWith(folder)) && texts.some((wanted) => all[one]?.includes(wanted))
    }
    return Promise.resolve(new Set(Object.keys(all).filter(isFound)))
  }
  return { ...snapshot, entries, search }
}

function linkedValues(workspace: Workspace): Map<string, string> {
  const values = new Map<string, string>()
  for (const document of workspace.discovery.documents.values()) {
    const linked = evaluate(workspace, document, workspace.environments.values(), () => {})
      .filter(({ environment }) => !environment.abstract)
      .map((effective) => [effective.environment.name, link(workspace, effective, () => {}).value])
    values.set(documentKey(document.id), inspect(linked, { depth: Infinity }))
  }
  return values
}

test('no document changes that is not compared, and a state that is opened like another is opened the same', async () => {
  await fc.assert(
    fc.asyncProperty(files, edit, schema, async (contents, edits, schemas) => {
      const before = { ...ENVIRONMENTS, ...schemas, ...contents }
      const after: Record<string, string> = { ...before }
      for (const [edited, now] of Object.entries(edits)) {
        if (now === null) Reflect.deleteProperty(after, edited)
        else after[edited] = now
      }
      const common = { variables: {}, engines }
      const collectors = [new Collector(), new Collector(), new Collector()] as const
      const base = await openWorkspace({ ...common, snapshot: committed(before), isBase: true }, collectors[0])
      const head = await openWorkspace({ ...common, snapshot: committed(after), like: base }, collectors[1])
      const anew = await openWorkspace({ ...common, snapshot: committed(after) }, collectors[2])

      const [was, is] = [linkedValues(base), linkedValues(anew)]
      const changed = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
      const affected = await affectedDocuments(base, head, {})
      expect(affected).toEqual(expect.arrayContaining(changed))
      const sides = await Promise.all([check(head, { selection: {}, collector: collectors[1] }), check(anew, { selection: {}, collector: collectors[2] })])
      expect(sides[0]).toEqual(sides[1])
    }),
    { numRuns: 40 },
  )
})

test('a document is compared for what it refers to, not for referring', async () => {
  const before = {
    ...ENVIRONMENTS,
    'environments/base/services/a.yaml': 'v: 1\n',
    'environments/base/services/b.yaml': 'v: ${cairn:services/a#/v}\n',
    'environments/base/services/c.yaml': 'v: ${cairn:services/b#/v}\n',
    'environments/base/services/d.yaml': 'v: ${cairn:services/e#/v}\n',
    'environments/base/services/e.yaml': 'v: 1\n',
  }
  const open = async (contents: Readonly<Record<string, string>>, like?: Workspace): Promise<Workspace> => {
    return openWorkspace({ snapshot: committed(contents), variables: {}, engines, isBase: true, like }, new Collector())
  }
  const base = await open(before)
  const head = await open({ ...before, 'environments/base/services/a.yaml': 'v: 2\n' }, base)
  expect(head.discovery).toBe(base.discovery)
  expect(await affectedDocuments(base, head, {})).toEqual(['services/a', 'services/b', 'services/c'])
  expect(await affectedDocuments(base, head, { documents: ['services/c', 'services/d'] })).toEqual(['services/c'])
})

test('a state with other environments, another schema or another file is opened anew', async () => {
  const before = { ...ENVIRONMENTS, 'schemas/services.yaml': 'type: object\n', 'environments/base/services/a.yaml': 'v: 1\n' }
  const base = await openWorkspace({ snapshot: committed(before), variables: {}, engines }, new Collector())
  const edits = [
    { 'environments/dev/environment.yaml': 'inherits: prod\n' },
    { 'schemas/services.yaml': 'type: array\n' },
    { 'environments/dev/services/a.yaml': 'v: 1\n' },
  ]
  for (const changed of edits) {
    const opened = await openWorkspace({ snapshot: committed({ ...before, ...changed }), variables: {}, engines, like: base }, new Collector())
    const [key = ''] = Object.keys(changed)
    expect(opened.discovery, key).not.toBe(base.discovery)
  }
})
