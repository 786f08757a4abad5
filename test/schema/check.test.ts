import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { locate, showLocation } from '../../src/core/place.ts'
import { checkSchemas } from '../../src/stages/schema/check.ts'
import { check, rootOf, schemas, told, unmark } from './support.ts'

interface Mistake {
  readonly rule: string
  readonly what: string
  readonly files: string | Readonly<Record<string, string>>
  readonly says?: string
  readonly related?: readonly string[]
}

const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

const MISTAKES: readonly Mistake[] = [
  // references
  { rule: 'schema/unknown-reference', what: 'a misspelt definition', files: 'properties:\n  a: {$ref: ▶"#/$defs/prot"}\n$defs: {port: true}', says: '"#/$defs/prot" leads nowhere: nothing is there; did you mean "#/$defs/port"?' },
  { rule: 'schema/unknown-reference', what: 'a misspelt file', files: { 'schemas/a.yaml': '$ref: ▶comon.yaml#/$defs/port', 'schemas/common.yaml': '$defs: {port: true}' }, says: 'there is no such schema file and no such built-in; did you mean "common.yaml#/$defs/port"?' },
  { rule: 'schema/unknown-reference', what: 'another host', files: 'allOf:\n  - $ref: ▶https://json.schemastore.org/kustomization', says: 'nothing is fetched' },
  { rule: 'schema/unknown-reference', what: 'what is no schema', files: '$ref: ▶"#/title"\ntitle: x', says: 'what is there is no schema' },
  { rule: 'schema/unknown-reference', what: 'an anchor', files: 'items: {$ref: ▶"#her"}\n$defs: {a: {$anchor: here}}', says: 'did you mean "#here"?' },
  { rule: 'schema/unknown-reference', what: 'a dynamic reference', files: 'items: {$dynamicRef: ▶"#node"}' },
  { rule: 'schema/unknown-reference', what: 'in draft-07, inside a definition', files: OLD + 'definitions:\n  a: {$ref: ▶"#/definitions/b"}' },
  // what the keywords may say
  { rule: 'schema/keyword-value', what: 'x-merge that is no strategy', files: 'properties:\n  a: {type: array, x-merge: ▶concat}', says: 'x-merge must be "append", "prepend", "unique", "replace" or {key: <name>}, and "concat" is not' },
  { rule: 'schema/keyword-value', what: 'x-merge by no key', files: 'properties:\n  a: {x-merge: {▶name: x}}' },
  { rule: 'schema/keyword-value', what: 'x-merge by a key that is no string', files: 'properties:\n  a: {x-merge: {key: ▶1}}' },
  { rule: 'schema/keyword-value', what: 'x-merge with more than a key', files: 'properties:\n  a:\n    x-merge:\n      key: a\n      ▶order: b' },
  { rule: 'schema/keyword-value', what: 'x-ref that is a list', files: 'properties:\n  a: {x-ref: ▶[services]}' },
  { rule: 'schema/keyword-value', what: 'x-ref without a kind', files: 'properties:\n  a: {x-ref: ▶{by: path}}' },
  { rule: 'schema/keyword-value', what: 'x-ref to no kind', files: 'properties:\n  a: {x-ref: {kind: ▶[]}}' },
  { rule: 'schema/keyword-value', what: 'x-ref to kinds of which one is none', files: 'properties:\n  a: {x-ref: {kind: ▶[services, 1]}}' },
  { rule: 'schema/keyword-value', what: 'x-ref by something else', files: 'properties:\n  a: {x-ref: {kind: services, by: ▶label}}', says: '"by" of x-ref must be name or path, and "label" is not' },
  { rule: 'schema/keyword-value', what: 'x-ref with a misspelt key', files: 'properties:\n  a: {x-ref: {kind: services, ▶acylic: true}}', says: 'x-ref has no "acylic"; did you mean acyclic?' },
  { rule: 'schema/keyword-value', what: 'x-ref with acyclic as text', files: 'properties:\n  a: {x-ref: {kind: services, acyclic: ▶"yes"}}' },
  { rule: 'schema/keyword-value', what: 'an empty x-split', files: 'properties:\n  a: {x-split: ▶""}', says: 'x-split must be a text of at least one character that separates the items, and "" is not' },
  { rule: 'schema/keyword-value', what: 'x-secret as text', files: 'properties:\n  a: {x-secret: ▶"true"}', says: 'x-secret must be true or false, and "true" is not' },
  { rule: 'schema/keyword-value', what: 'x-unit as a number', files: 'properties:\n  a: {x-unit: ▶1}' },
  { rule: 'schema/keyword-value', what: 'x-reload that is neither', files: 'properties:\n  a: {x-reload: ▶cold}', says: '"hot" or "restart"' },
  { rule: 'schema/keyword-value', what: 'in a definition that nothing uses', files: '$defs:\n  a: {x-secret: ▶1}' },
  // where they count
  ...['oneOf: [{▶x-merge: append}]', 'anyOf: [{▶x-merge: append}]', 'if: {▶x-merge: append}', 'then: {▶x-merge: append}', 'else: {▶x-merge: append}',
    'not: {▶x-merge: append}', 'prefixItems: [{▶x-merge: append}]', 'contains: {▶x-merge: append}', 'dependentSchemas: {a: {▶x-merge: append}}',
    'unevaluatedProperties: {▶x-merge: append}', 'propertyNames: {▶x-merge: append}', 'oneOf: [{properties: {a: {items: {▶x-merge: append}}}}]',
    OLD + 'items: [{▶x-merge: append}]', OLD + 'dependencies: {a: {▶x-merge: append}}',
  ].map((files) => ({ rule: 'schema/keyword-misplaced', what: `x-merge in ${files.split('\n').at(-1) ?? ''}`, files, says: 'it is not certain that it applies' })),
  { rule: 'schema/keyword-misplaced', what: 'x-merge in a definition that a branch alone uses', files: 'oneOf: [{$ref: "#/$defs/a"}]\n$defs:\n  a:\n    properties:\n      list: {▶x-merge: append}', says: 'below "oneOf"' },
  { rule: 'schema/keyword-misplaced', what: 'x-merge in another file that a branch alone uses', files: { 'schemas/a.yaml': 'anyOf: [{$ref: "b.yaml#/$defs/a"}]', 'schemas/b.yaml': '$defs:\n  a: {▶x-merge: append}' }, says: 'below "anyOf"' },
  { rule: 'schema/keyword-misplaced', what: 'x-merge: append for a mapping', files: 'properties:\n  a: {type: object, ▶x-merge: append}', says: 'it is for lists, and this is none' },
  { rule: 'schema/keyword-misplaced', what: 'x-merge: replace for a string', files: 'properties:\n  a: {type: string, ▶x-merge: replace}', says: 'lists and mappings' },
  { rule: 'schema/keyword-misplaced', what: 'x-split for a string', files: 'properties:\n  a: {$ref: "#/$defs/s", ▶x-split: ","}\n$defs: {s: {type: string}}' },
  { rule: 'schema/keyword-misplaced', what: 'x-ref for a list', files: 'properties:\n  a: {type: array, ▶x-ref: services}', says: 'it is for strings' },
  { rule: 'schema/keyword-misplaced', what: 'draft-07: beside a reference', files: OLD + 'properties:\n  a: {$ref: "#/definitions/s", ▶x-secret: true}\ndefinitions: {s: true}', says: 'in draft-07 nothing beside "$ref" does' },
  // how they are spelt
  { rule: 'schema/keyword-unknown', what: 'x-mrege', files: 'properties:\n  a: {▶x-mrege: append}', says: '"x-mrege" is no keyword that is known here, so it does nothing: did you mean "x-merge"?' },
  { rule: 'schema/keyword-unknown', what: 'x-secrets', files: '▶x-secrets: true', says: 'did you mean "x-secret"?' },
  { rule: 'schema/keyword-unknown', what: 'X-Secret', files: '▶X-Secret: true', says: 'did you mean "x-secret"?' },
  { rule: 'schema/keyword-unknown', what: 'x_split', files: '▶x_split: ","', says: 'did you mean "x-split"?' },
  // what schemas say together
  { rule: 'schema/keyword-conflict', what: 'two ways to merge one list', files: 'allOf:\n  - properties: {a: {x-merge: append}}\n  - properties: {a: {x-merge: ▶unique}}', related: ['schemas/test.yaml:2:31'] },
  { rule: 'schema/keyword-conflict', what: 'two separators', files: 'allOf:\n  - properties: {a: {x-split: ","}}\n  - properties: {a: {x-split: ▶";"}}', related: ['schemas/test.yaml:2:31'] },
  { rule: 'schema/default-conflict', what: 'in allOf', files: 'allOf:\n  - properties: {a: {default: 1}}\n  - properties: {a: {default: ▶2}}', says: 'contradicts', related: ['schemas/test.yaml:2:31'] },
  { rule: 'schema/default-conflict', what: 'a property and a pattern', files: 'properties: {ab: {default: 1}}\npatternProperties: {^a: {default: ▶2}}', related: ['schemas/test.yaml:1:28'] },
  { rule: 'schema/default-conflict', what: 'in a branch and beside it', files: 'properties: {port: {default: 80}}\noneOf:\n  - {required: [k], properties: {k: {const: a}, port: {default: ▶443}}}\n  - {required: [k], properties: {k: {const: b}}}', related: ['schemas/test.yaml:1:30'] },
  { rule: 'schema/default-conflict', what: 'in items of items', files: 'properties:\n  l:\n    items:\n      items:\n        allOf: [{properties: {a: {default: 1}}}, {properties: {a: {default: ▶2}}}]', related: ['schemas/test.yaml:5:44'] },
  { rule: 'schema/default-conflict', what: 'two files that one reference each leads to', files: { 'schemas/a.yaml': 'properties:\n  a: {allOf: [{$ref: b.yaml}, {$ref: c.yaml}]}', 'schemas/b.yaml': 'default: [1]', 'schemas/c.yaml': 'default: ▶[2]' }, related: ['schemas/b.yaml:1:10'] },
  { rule: 'schema/default-invalid', what: 'a default of the wrong type', files: 'properties:\n  port: {type: integer, default: ▶"80"}', says: 'this default is a string, and the schema takes an integer' },
  { rule: 'schema/default-invalid', what: 'a fraction for an integer', files: 'properties:\n  port: {type: [integer, "null"], default: ▶1.5}', says: 'this default is a number, and the schema takes an integer or null' },
  { rule: 'schema/default-invalid', what: 'one that the referred schema refuses', files: 'properties:\n  port: {$ref: "#/$defs/port", default: ▶none}\n$defs:\n  port: {type: integer}', related: ['schemas/test.yaml:4:3'] },
  { rule: 'schema/default-invalid', what: 'one that is not listed', files: 'properties:\n  level: {enum: [info, warn], default: ▶warning}', says: 'none of the values that the schema lists' },
  { rule: 'schema/default-invalid', what: 'one that is not the only value', files: 'properties:\n  level: {const: {a: 1}, default: ▶{a: 2}}' },
  { rule: 'schema/default-invalid', what: 'of something that may not be', files: 'properties:\n  a: {not: {}, allOf: [false], default: ▶1}', says: 'the schema takes nothing at all' },
  { rule: 'schema/default-invalid', what: 'one that no branch takes', files: 'properties:\n  a: {anyOf: [{type: integer}, {type: "null"}], default: ▶x}', says: 'takes an integer or null' },
  { rule: 'schema/default-invalid', what: 'in a definition that nothing uses', files: '$defs:\n  a: {type: string, default: ▶1}' },
  { rule: 'schema/default-invalid', what: 'below patterns, additional properties and tuples', files: 'patternProperties:\n  ^x: {additionalProperties: {prefixItems: [true, {properties: {a: {type: string, default: ▶1}}}]}}' },
  { rule: 'schema/default-invalid', what: 'in a branch of what is not discriminated', files: 'anyOf:\n  - properties: {a: {type: string, default: ▶1}}' },
  { rule: 'schema/default-invalid', what: 'below __proto__', files: 'properties:\n  __proto__: {properties: {constructor: {type: string, default: ▶1}}}' },
  { rule: 'schema/default-endless', what: 'a default that brings in itself', files: 'properties:\n  child: {$ref: "#", default: ▶{}}', says: 'it would not end' },
]

describe('one mistake, one finding', () => {
  test.each(MISTAKES.map((one) => [`${one.rule}: ${one.what}`, one] as const))('%s', (_title, { rule, files, says, related }) => {
    const marked = unmark(files)
    const findings = check(schemas(marked.files))
    expect(findings.map((found) => `${showLocation(locate(found.place))} ${found.rule}`)).toEqual([`${marked.at} ${rule}`])
    if (says !== undefined) expect(findings[0]?.message).toContain(says)
    if (related !== undefined) expect(findings[0]?.related.map((one) => showLocation(locate(one.place)))).toEqual(related)
  })
})

describe('no mistake', () => {
  test.each([
    ['keywords that say what they may say', 'properties:\n  a: {x-merge: append, x-split: ",", x-secret: false}\n  b: {x-merge: {key: name}}\n  c: {x-ref: services, x-reload: hot}\n  e: {propertyNames: {x-ref: {kind: [services, models]}}}\n  d: {x-ref: {kind: models, by: path, acyclic: true}, x-unit: MiB, x-reload: restart}'],
    ['other extensions', 'x-kubernetes-group: a\nx-order: 1\nx-intellij-language: b\nx-enumNames: []\nx-a: 1'],
    ['names of properties that look like keywords', 'properties: {x-mrege: {}, x-merge: {type: string}}\n$defs: {x-secrets: {}}'],
    ['data that looks like keywords', 'default: {x-mrege: 1}\nenum: [{$ref: nowhere}, {x-mrege: 1}]\nproperties: {a: {const: {x-secret: 1, $ref: nowhere}}}\nexamples: [{x-merge: 1}]'],
    ['x-merge wherever it counts', 'properties: {a: {x-merge: append}}\npatternProperties: {a: {x-merge: append}}\nadditionalProperties: {x-merge: append}\nitems: {x-merge: append}\nallOf: [{x-merge: append}, {$ref: "#/$defs/a"}]\n$defs: {a: {x-merge: append}, unused: {x-merge: append}}'],
    ['x-merge in what both a branch and a property use', 'oneOf: [{$ref: "#/$defs/a"}]\nproperties: {a: {$ref: "#/$defs/a"}}\n$defs: {a: {x-merge: append}}'],
    ['x-merge in a recursive schema', 'x-merge: replace\nproperties: {a: {$ref: "#"}}'],
    ['x-secret in a branch', 'oneOf: [{properties: {a: {x-secret: true}}}]'],
    ['a default beside a reference, which overrides the one there', 'properties: {a: {$ref: "#/$defs/a", default: 2}}\n$defs: {a: {type: integer, default: 1}}'],
    ['a default above allOf', 'properties: {a: {allOf: [{$ref: "#/$defs/a"}], default: 2}}\n$defs: {a: {$ref: "#/$defs/b", default: 1}, b: {default: 3}}'],
    ['equal defaults', 'allOf: [{properties: {a: {default: {x: [1]}}}}, {properties: {a: {default: {x: [1]}}}}]'],
    ['defaults of branches that exclude one another', 'oneOf:\n  - {required: [k], properties: {k: {const: a}, port: {default: 80}}}\n  - {required: [k], properties: {k: {const: b}, port: {default: 443}}}'],
    ['defaults that fit', 'properties: {a: {type: [string, "null"], default: null}, b: {type: number, default: 1}, c: {type: integer, default: 1.0}, d: {anyOf: [{type: string}, {type: integer}], default: 1}, e: {enum: [{a: 1}], default: {a: 1}}}'],
    ['a default that ends', 'properties: {a: {default: {}, properties: {b: {default: {}, properties: {c: {default: 1}}}}}}'],
    ['a recursive schema without endless defaults', 'properties: {child: {$ref: "#"}, port: {default: 1}}'],
  ])('%s', (_what, schema) => {
    expect(check(schemas(schema)).map(told)).toEqual([])
  })
})

test('x-merge has to be reached from the schema of a kind', () => {
  const set = schemas({ 'schemas/kind.yaml': 'oneOf: [{$ref: part.yaml}]', 'schemas/part.yaml': 'properties:\n  a: {x-merge: append}' })
  const findings: Finding[] = []
  checkSchemas(set, (found) => findings.push(found), [rootOf(set, 'schemas/kind.yaml')])
  expect(findings.map(told)).toEqual([expect.stringMatching(/^schemas\/part.yaml:2:7 schema\/keyword-misplaced/)])
  expect(check(set)).toEqual([])
})

test('two files, each with its finding', () => {
  const findings = check(schemas({ 'schemas/a.yaml': 'x-secret: 1', 'schemas/b.yaml': '$ref: a.yml' }))
  expect(findings.map(told)).toEqual([
    'schemas/a.yaml:1:11 schema/keyword-value x-secret must be true or false, and 1 is not',
    'schemas/b.yaml:1:7 schema/unknown-reference "a.yml" leads nowhere: there is no such schema file and no such built-in; did you mean "a.yaml"?',
  ])
})

test('what fills in an endless default is not filled in either, and is told', () => {
  const findings = check(schemas('properties:\n  tree: {$ref: "#/$defs/node", default: {}}\n$defs:\n  node: {properties: {left: {$ref: "#/$defs/node", default: {}}}}'))
  expect(findings.map((found) => showLocation(locate(found.place)))).toEqual(['schemas/test.yaml:2:41', 'schemas/test.yaml:4:61'])
})
