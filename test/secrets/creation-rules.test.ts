import { describe, expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import { whenLoaded } from '../../src/core/lazy.ts'
import { ageRecipientsOf, ruleFor, rulesFolderOf, type CreationRules } from '../../src/core/sops/creation-rules.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { readCreationRules } from '../../src/stages/sops/creation-rules.ts'
import { run } from '../sops/world.ts'

const A = `age1${'q'.repeat(58)}`
const B = `age1${'p'.repeat(58)}`

// What reads YAML that is not plain is loaded when it is first asked for; tests ask at once.
await whenLoaded(() => parseFile('.sops.yaml', Buffer.from('a: "\\p"\n'), { stream: false, tags: new Map() }, () => undefined))

function read(text: string): { rules: CreationRules; findings: readonly string[] } {
  const collector = new Collector()
  const [tree] = parseFile('.sops.yaml', Buffer.from(text), { stream: false, tags: new Map() }, collector.report)
  if (tree === undefined) throw new Error('no tree')
  const rules = readCreationRules(tree, run.regexp, collector.report)
  return { rules, findings: collector.findings().map(({ severity, rule, location, message }) => `${location.line}:${location.column} ${severity} ${rule} ${message}`) }
}

const recipients = (text: string, path = 'a.yaml') => {
  const { rules } = read(text)
  const rule = ruleFor(rules, path, run.regexp)
  return rule && ageRecipientsOf(rule)
}

describe('recipients', () => {
  test.each<[string, string, string[][]]>([
    ['one text', `creation_rules: [{age: ${A}}]`, [[A]]],
    ['a text with commas, blanks and a comma at its end', `creation_rules: [{age: "${A} , ${B},"}]`, [[A, B]]],
    ['folded lines', `creation_rules:\n  - age: >-\n      ${A},\n      ${B}\n`, [[A, B]]],
    ['a list', `creation_rules: [{age: [${A}, ${B}]}]`, [[A, B]]],
    ['anchors kept at the top', `keys:\n  - &a ${A}\ncreation_rules:\n  - age: [*a]\n`, [[A]]],
    ['key groups, without repeats', `creation_rules: [{key_groups: [{age: [${A}, ${A}]}, {age: [${B}]}]}]`, [[A], [B]]],
    ['merged groups first', `creation_rules: [{key_groups: [{age: [${A}], merge: [{age: [${B}]}]}]}]`, [[B, A]]],
    ['other keys beside', `creation_rules: [{age: ${A}, pgp: 'FB, FC', kms: 'arn:x'}]`, [[A]]],
  ])('as %s', (_what, text, expected) => {
    expect(read(text)).toMatchObject({ rules: { sound: true }, findings: [] })
    expect(recipients(text)).toEqual(expected)
  })
})

describe('the first rule that matches counts', () => {
  const text = `creation_rules:\n  - {path_regex: ^prod/, age: ${A}}\n  - {path_regex: '(?i)\\.ENV$', age: ${B}}\n  - {path_regex: staging, age: [${A}, ${B}]}\n`
  test.each<[string, string[][] | undefined]>([
    ['prod/a.env', [[A]]], ['x/prod/a.env', [[B]]], ['x/staging.yaml', [[A, B]]], ['other.yaml', undefined],
  ])('%s', (path, expected) => expect(recipients(text, path)).toEqual(expected))
  test('an empty expression matches all', () => expect(recipients(`creation_rules: [{path_regex: '', age: ${A}}]`)).toEqual([[A]]))
  test('no rules at all are no configuration', () => expect(read('stores: {yaml: {indent: 2}}').rules).toEqual({ sound: true, rules: undefined }))
})

describe('mistakes', () => {
  test.each<[string, string, string]>([
    ['a slip', `creation_rules: [{agee: ${A}}]`, '1:19 error config/unknown-key unknown key agee; did you mean age?'],
    ['a slip at the top', `creation_rule: [{age: ${A}}]`, '1:1 error config/unknown-key'],
    ['a key of another version', `creation_rules: [{age: ${A}, quantum_vault: x}]`, ' warning config/unknown-key'],
    ['nobody', 'creation_rules: [{path_regex: a}]', '1:18 error config/missing-key'],
    ['no rules', 'creation_rules: []', '1:17 error config/bad-value'],
    ['an expression that is none', `creation_rules: [{path_regex: '(', age: ${A}}]`, '1:31 error config/bad-value'],
    ['an expression of JavaScript', `creation_rules: [{path_regex: '(?=a)', age: ${A}}]`, '1:31 error config/bad-value'],
    ['two selectors', `creation_rules: [{age: ${A}, encrypted_regex: a, encrypted_suffix: b}]`, 'one selector at most'],
    ['a selector that is none', `creation_rules: [{age: ${A}, encrypted_regex: '('}]`, 'matches nothing, in silence'],
    ['a recipient that is none', 'creation_rules: [{age: alice}]', 'they start with age1'],
    ['a private key', 'creation_rules: [{age: AGE-SECRET-KEY-1CANARY}]', 'for everybody to read'],
    ['a threshold beyond the groups', `creation_rules: [{shamir_threshold: 3, key_groups: [{age: [${A}]}, {age: [${B}]}]}]`, 'from 2 to 2'],
    ['an empty group', `creation_rules: [{key_groups: [{age: [${A}]}, {age: []}]}]`, 'nobody is in this key group'],
    ['keys beside groups', `creation_rules: [{age: ${A}, key_groups: [{age: [${B}]}]}]`, ' warning config/bad-value SOPS ignores this'],
    ['a list', '[1]', '1:1 error config/wrong-type'],
  ])('%s', (_what, text, expected) => {
    const { rules, findings } = read(text)
    expect(findings.join('\n')).toContain(expected)
    expect(rules.sound).toBe(!findings.some((found) => found.includes(' error ')))
    expect(findings.join('\n')).not.toContain('CANARY')
  })
})

test.each([
  ['a recipient', 'creation_rules:\n  - age: "\\p"\n', 'parse/syntax'],
  ['an item of a list', 'creation_rules:\n  - age: [*alice]\n', 'parse/unknown-anchor'],
  ['a key group', `creation_rules:\n  - key_groups: [{age: [*alice]}, {age: [${A}]}]\n`, 'parse/unknown-anchor'],
  ['a path', `creation_rules:\n  - {path_regex: *path, age: ${A}}\n`, 'parse/unknown-anchor'],
])('%s that cannot be read is one mistake, and nothing is known of who can open what', (_what, text, rule) => {
  const { rules, findings } = read(text)
  expect(findings).toEqual([expect.stringContaining(` error ${rule} `)])
  expect(rules.sound).toBe(false)
})

test('the nearest .sops.yaml above a file counts', () => {
  const has = (path: string) => ['.sops.yaml', 'a/b/.sops.yaml'].includes(path)
  expect(['x.yaml', 'a/x.yaml', 'a/b/x.yaml', 'a/b/c/x.yaml'].map((path) => rulesFolderOf(path, has))).toEqual(['', '', 'a/b', 'a/b'])
  expect(rulesFolderOf('a/x.yaml', () => false)).toBeUndefined()
})
