import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import type { SettledFinding } from '../../src/core/finding.ts'
import { RULES, type RuleId } from '../../src/core/rules.ts'
import { findingsText } from '../../src/report/terminal.ts'
import { plain } from '../../src/report/style.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'
import { cairn } from '../helpers/cli.ts'
import { checkFiles } from '../helpers/memory.ts'
import { repository } from '../helpers/repository.ts'
import { layer } from '../merge/layers.ts'
import { TABLES } from '../mistakes/tables.ts'
import { readPage, type Section } from './page.ts'
import { ROOT } from './repository-files.ts'

const PAGE = join(ROOT, 'docs/findings.md')
/** What the stages for schemas say; no command runs them yet, and their entries come with the first that does. */
const COMING = /^(?:schema|type|validate)\//
const RULE_IDS = (Object.keys(RULES) as RuleId[]).filter((rule) => !COMING.test(rule))

/** Rules that no table of mistakes has, since they need more than files: where they are tested. */
const ELSEWHERE: Readonly<Partial<Record<RuleId, string>>> = {
  'discover/unreadable-file': 'test/hostile/bad-input.test.ts',
  'discover/too-large': 'test/hostile/bad-input.test.ts',
  'discover/outside-link': 'test/hostile/bad-input.test.ts',
  'discover/broken-link': 'test/hostile/bad-input.test.ts',
  'discover/submodule': 'test/mistakes/repository.test.ts',
  'merge/key-missing': 'test/merge/merge.test.ts',
  'merge/key-duplicate': 'test/merge/merge.test.ts',
  'render/sealed': 'test/mistakes/repository.test.ts',
}

/** What a schema will say in the examples of rules that nothing else can set off. */
const KEYED = { properties: { variables: { merge: { key: 'name' } } } }

/** The entries of the page by rule, as text. */
const entries = new Map(readFileSync(PAGE, 'utf8').split(/^### /m).slice(1).map((text) => [text.split('\n')[0] ?? '', text]))

describe('docs/findings.md', () => {
  test('has an entry for every rule, in the order of the rules, and no other', () => {
    expect([...entries.keys()]).toEqual(RULE_IDS)
  })

  test.each(RULE_IDS)('%s: its severity, whether it can be waived, and the fix', (rule) => {
    const text = entries.get(rule) ?? ''
    const { severity, waivable } = RULES[rule]
    expect(text.split('\n')[2]).toMatch(new RegExp(`^\`${severity}\`, ${waivable ? 'can' : 'cannot'} be waived[.;] `))
    expect(text).toMatch(/^\*\*Fix\.\*\* \S/m)
  })

  const examples = readPage(PAGE).flatMap((section) =>
    section.claims.filter(({ is }) => is === 'findings').map(({ text }) => [section.heading, section, text] as const),
  )
  test.each(examples)('%s: the example prints what it should', async (heading, section, expected) => {
    const findings = await findingsOf(section)
    expect(findingsText(findings, plain)).toBe(expected)
    if (heading in RULES) expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([heading]))
  })

  const sessions = [...entries].flatMap(([rule, text]) =>
    [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, session = '']) => [rule, session] as const),
  )
  test.each(sessions)('%s: the commands print what they should', async (rule, session) => {
    const section = readPage(PAGE).find(({ heading }) => heading === rule)
    const { root } = repository(section?.files ?? {})
    for (const [, command = '', expected] of session.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
      expect(await run(command, root)).toBe(expected)
    }
    expect(session).toContain(` ${RULES[rule as RuleId].severity} ${rule} `)
  })

  test('every entry has an example that was run', () => {
    const shown = new Set([...examples.map(([heading]) => heading), ...sessions.map(([rule]) => rule)])
    expect(RULE_IDS.filter((rule) => !shown.has(rule))).toEqual([])
  })
})

test('every rule has a case', () => {
  const tried = new Set(Object.values(TABLES).flat().map(({ rule }) => rule))
  expect(RULE_IDS.filter((rule) => !tried.has(rule))).toEqual(Object.keys(ELSEWHERE))
  for (const [rule, file] of Object.entries(ELSEWHERE)) expect(readFileSync(join(ROOT, file), 'utf8')).toContain(rule)
})

async function findingsOf({ heading, files, variables }: Section): Promise<readonly SettledFinding[]> {
  if (heading.startsWith('merge/key-')) return merged(files)
  return (await checkFiles(files, variables)).findings
}

/** Merges the files of an example by `KEYED`, lowest precedence first: the pipeline reads no schemas yet. */
function merged(files: Section['files']): readonly SettledFinding[] {
  const collector = new Collector()
  const layers = Object.entries(files).map(([path, text]) => layer(path, text))
  mergeLayers(layers, KEYED, { report: collector.report, environment: { name: 'production', protected: false } })
  return collector.findings()
}

/** Runs a line of a console; what it prints, first on standard output. */
async function run(command: string, directory: string): Promise<string> {
  const [program, ...args] = command.split(' ')
  if (program !== 'cairn') return execFileSync('sh', ['-c', command], { cwd: directory, encoding: 'utf8' })
  const { stdout, stderr } = await cairn(args, { directory })
  return stdout + stderr
}
