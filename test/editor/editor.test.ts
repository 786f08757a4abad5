import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/stages/discover/config.ts'
import { editorMapping } from '../../src/stages/editor/mapping.ts'
import { editSettings, newSettings } from '../../src/stages/editor/settings.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import type { EditorMapping } from '../../src/core/editor.ts'

function mapping(config: string, kinds: Readonly<Record<string, readonly string[]>>, ending = 'yaml'): EditorMapping {
  const [tree] = parseFile('cairn.yaml', Buffer.from(config), { stream: false, tags: new Map() }, () => {})
  const { layout } = readConfig(config === '' ? undefined : tree, (found) => expect.fail(found.message))
  const schemas = new Map(Object.keys(kinds).map((kind) => [kind, `schemas/${kind}.${ending}`]))
  return editorMapping({ layout, schemas, files: new Map(Object.entries(kinds)) })
}

describe('editorMapping', () => {
  test('of the default layout', () => {
    expect(mapping('', { services: ['environments/base/services/a.yaml', 'environments/base/services/b.yml'], models: [] })).toEqual({
      yaml: {
        'schemas/services.yaml': ['environments/*/services/*.yaml', 'environments/*/services/*.yml'],
        'schemas/models.yaml': ['environments/*/models/*.yaml'],
      },
      json: [],
      left: [],
    })
  })

  test('of JSON layers, for a schema in JSON', () => {
    const files = { services: ['environments/base/services/a.json'] }
    expect(mapping('', files, 'json').json).toEqual([{ fileMatch: ['environments/*/services/*.json'], url: './schemas/services.json' }])
    expect(mapping('', files).left).toEqual(['services: layers in JSON; for those, editors read schemas in JSON only'])
  })

  test('of a layout of its own, without parts of files', () => {
    const config = `layout:
  - {path: 'apps/{name}/values.yaml', kind: apps}
  - {path: 'apps/{name**}/values-{environment}.yml', kind: apps}
  - {path: catalogue.yaml, kind: models, at: '/models/{name}'}
  - {path: 'flat/{name}.yaml', kind: models, keys: dotted}
`
    expect(mapping(config, { apps: ['apps/a/values.yaml', 'apps/a/values-x.yml'], models: ['catalogue.yaml'] })).toEqual({
      yaml: { 'schemas/apps.yaml': ['apps/*/values.yaml', 'apps/**/values-*.yml'] },
      json: [],
      left: ['models: parts of files, and files with flat keys'],
    })
  })

  test('of a schema that comes with Cairn there is no file', () => {
    const made = editorMapping({ layout: [], schemas: new Map([['services', 'cairn:services']]), files: new Map() })
    expect([made.yaml, made.left.length]).toEqual([{}, 1])
  })
})

const MAPPING: EditorMapping = { yaml: { 's/a.yaml': ['a/*.yaml'], 's/b.yaml': ['b/*.yaml', 'b/*.yml'] }, json: [{ fileMatch: ['c/*.json'], url: './s/c.json' }], left: [] }
const YAML = '"yaml.schemas": {\n    "s/a.yaml": "a/*.yaml",\n    "s/b.yaml": [\n      "b/*.yaml",\n      "b/*.yml"\n    ]\n  }'

describe('editSettings', () => {
  const onlyYaml: EditorMapping = { ...MAPPING, json: [] }

  test.each([
    ['an empty object', '{}', `{\n  ${YAML}\n}`],
    ['other settings, with comments', '{\n  // mine\n  "a": [1, {"b": "}"}] /* why */ // end\n}\n', `{\n  // mine\n  "a": [1, {"b": "}"}], /* why */ // end\n  ${YAML}\n}\n`],
    ['a trailing comma', '{\n  "a": 1,\n}', `{\n  "a": 1,\n  ${YAML}\n}`],
    ['the setting, in the middle', '{"a": 1, "yaml.schemas": {}, "z": "\\"}"}', `{"a": 1, ${YAML}, "z": "\\"}"}`],
  ])('%s', (_what, before, after) => {
    expect(editSettings(before, onlyYaml)).toEqual({ text: after, changed: true })
    expect(editSettings(after, onlyYaml)).toEqual({ text: after, changed: false })
  })

  test('what is about other schemas stays', () => {
    const before = '{"json.schemas": [{"url": "x"}, {"url": "./s/c.json", "fileMatch": ["old"]}], "yaml.schemas": {"s/a.yaml": "old", "https://x": "y"}}'
    const edited = JSON.parse(editSettings(before, MAPPING)?.text ?? '') as Record<string, unknown>
    expect(edited).toEqual({
      'json.schemas': [{ url: 'x' }, ...MAPPING.json],
      'yaml.schemas': { 's/a.yaml': 'a/*.yaml', 'https://x': 'y', 's/b.yaml': ['b/*.yaml', 'b/*.yml'] },
    })
  })

  test.each(['[]', '{', '{"a" 1}', '{"a": 1 "b": 2}', 'x', '{"yaml.schemas": {// a comment of mine\n}}', '{"yaml.schemas": []}', '{"a": }', '{} {}', '{"a": [}'])('leaves alone what it cannot read: %s', (text) => {
    expect(editSettings(text, MAPPING)).toBeUndefined()
  })

  test('new settings are JSON, and say the same', () => {
    const text = newSettings(MAPPING)
    expect(editSettings(text, MAPPING)).toEqual({ text, changed: false })
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['yaml.schemas', 'json.schemas'])
  })
})
