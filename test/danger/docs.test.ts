import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pointer } from '../../src/core/pointer.ts'
import { CONFIGURABLE, RULE_SETTINGS, type SettingSpec, type SettingSpecs } from '../../src/core/rule-settings.ts'
import { RULES } from '../../src/core/rules.ts'
import { ROOT } from '../reference/repository-files.ts'

const PAGE = readFileSync(join(ROOT, 'docs/dangers.md'), 'utf8')
const DANGERS = CONFIGURABLE.filter((rule) => rule.startsWith('danger/'))

const quoted = (text: string): string => `\`${text}\``

function rowsOf(specs: SettingSpecs, above = ''): string[] {
  return Object.entries(specs).flatMap(([key, spec]) =>
    spec.is === 'group' ? rowsOf(spec.settings, `${above}${key}.`) : [`| ${quoted(above + key)} | ${defaultOf(spec)} |`],
  )
}

function defaultOf(spec: SettingSpec): string {
  if (spec.is === 'count') return String(spec.default)
  if (spec.is === 'words' || spec.is === 'globs') return spec.default.map(quoted).join(', ')
  if (spec.is === 'pointers') return spec.default.map((tokens) => quoted(pointer(tokens))).join(', ')
  throw new Error(`docs/dangers.md shows no setting that is ${spec.is}`)
}

describe('docs/dangers.md', () => {
  test('has a row for every rule, with its severity', () => {
    const rows = [...PAGE.matchAll(/^\| \[`(danger\/[a-z-]+)`\]\([^)]*\) \| ([a-z]+) \|/gm)]
    expect(rows.map(([, rule, severity]) => `${rule ?? ''} ${severity ?? ''}`).sort()).toEqual(DANGERS.map((rule) => `${rule} ${RULES[rule].severity}`))
  })

  const configured = DANGERS.filter((rule) => Object.keys(RULE_SETTINGS[rule]).length > 0)
  test.each(configured.map((rule) => [rule]))('%s: its settings and their defaults', (rule) => {
    expect(PAGE).toContain(`| setting | default |\n|---|---|\n${rowsOf(RULE_SETTINGS[rule]).join('\n')}\n`)
  })
})
