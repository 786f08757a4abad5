import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pointer, type Tokens } from '../../src/core/pointer.ts'
import { CONFIGURABLE, RULE_SETTINGS, type SettingSpec, type SettingSpecs } from '../../src/core/rule-settings.ts'
import { RULES } from '../../src/core/rules.ts'
import { ROOT } from '../reference/repository-files.ts'

const PAGE = readFileSync(join(ROOT, 'docs/consistency.md'), 'utf8')
/** What the page says of each rule, up to the next. */
const parts = new Map(PAGE.split(/^(?=`consistency\/[a-z-]+`:)/m).slice(1).map((text) => [text.slice(1, text.indexOf('`:')), text]))

const RULES_HERE = CONFIGURABLE.filter((rule) => rule.startsWith('consistency/'))

const quoted = (text: string): string => `\`${text}\``
const written = (tokens: Tokens): string => quoted(pointer(tokens))

function defaultOf(spec: Exclude<SettingSpec, { readonly is: 'group' }>): string {
  switch (spec.is) {
    case 'kinds':
    case 'words':
    case 'globs':
      return spec.default.map(quoted).join(', ')
    case 'pointer':
    case 'environment-pointer':
      return written(spec.default)
    case 'pointers':
      return spec.default.map(written).join(', ')
    case 'pairs':
      return spec.default.map(([left, right]) => `${written(left)}: ${written(right)}`).join('; ')
    case 'fields':
      return spec.default.map(({ field, sources }) => `${written(field)}: ${sources.map(written).join(', else ')}`).join('; ')
    case 'count':
      return String(spec.default)
  }
}

function rowsOf(specs: SettingSpecs, above = ''): string[] {
  return Object.entries(specs).flatMap(([key, spec]) =>
    spec.is === 'group' ? rowsOf(spec.settings, `${above}${key}.`) : [`| ${quoted(above + key)} | ${defaultOf(spec)} |`],
  )
}

describe('docs/consistency.md', () => {
  test('has a part and a row for every rule', () => {
    expect([...parts.keys()].sort()).toEqual(RULES_HERE)
    for (const rule of RULES_HERE) expect(PAGE).toMatch(new RegExp(`^\\| \\[\`${rule}\`\\]\\(#[a-z-]+\\) \\| ${RULES[rule].severity}[,| ]`, 'm'))
  })

  test.each(RULES_HERE.map((rule) => [rule]))('%s: its settings and their defaults', (rule) => {
    const [table = ''] = /\| setting \| default \|\n\|---\|---\|\n(?:\|.*\n)+/.exec(parts.get(rule) ?? '') ?? []
    expect(table.trimEnd().split('\n').slice(2)).toEqual(rowsOf(RULE_SETTINGS[rule]))
  })
})
