import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createOpener } from '../../src/adapters/sops/opener.ts'
import type { SettledFinding } from '../../src/core/finding.ts'
import { RULES, type RuleId } from '../../src/core/rules.ts'
import { findingsText } from '../../src/report/terminal.ts'
import { plain } from '../../src/report/style.ts'
import { cairn } from '../helpers/cli.ts'
import { checkFiles } from '../helpers/memory.ts'
import { dangersBetween } from '../helpers/pull-request.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'
import { TABLES } from '../mistakes/tables.ts'
import { age, identitiesIn } from '../sops/world.ts'
import { readPage, type Section } from './page.ts'
import { ROOT } from './repository-files.ts'

const PAGE = join(ROOT, 'docs/findings.md')
const RULE_IDS = Object.keys(RULES) as RuleId[]

/** Tests of rules about publications, but for those of files and digests. */
const VERIFY_TESTS: Readonly<Record<string, string>> = {
  'verify/unsigned': 'test/publish/verify/signatures.test.ts',
  'verify/bad-signature': 'test/publish/verify/signatures.test.ts',
  'verify/unknown-signer': 'test/publish/verify/signatures.test.ts',
  'verify/bad-attestation': 'test/publish/verify/attestation.test.ts',
  'verify/other-target': 'test/publish/verify/places.test.ts',
  'verify/outdated': 'test/publish/verify/places.test.ts',
  'verify/unknown-newest': 'test/publish/verify/places.test.ts',
  'verify/incomplete': 'test/publish/verify/places.test.ts',
  'verify/git-settings': 'test/publish/verify/beside.test.ts',
  'verify/unproven': 'test/publish/verify/versions.test.ts',
}

/** Rules that no table of mistakes has, since they need more than files: where they are tested. */
const ELSEWHERE: Readonly<Partial<Record<RuleId, string>>> = {
  'discover/unreadable-file': 'test/hostile/bad-input.test.ts',
  'discover/too-large': 'test/hostile/bad-input.test.ts',
  'discover/outside-link': 'test/hostile/bad-input.test.ts',
  'discover/broken-link': 'test/hostile/bad-input.test.ts',
  'discover/submodule': 'test/mistakes/repository.test.ts',
  'validate/too-many': 'test/validate/telling.test.ts',
  ...Object.fromEntries(Object.keys(RULES).filter((rule) => rule.startsWith('danger/')).map((rule) => [rule, 'test/danger/changes.ts'])),
  'secret/old': 'test/secrets-check/files.test.ts',
  'secret/locked': 'test/secrets-check/open.test.ts',
  'secret/damaged-key': 'test/secrets-check/open.test.ts',
  'secret/forged-value': 'test/secrets-check/open.test.ts',
  'secret/forged-mac': 'test/secrets-check/open.test.ts',
  'secret/mac-mismatch': 'test/secrets-check/open.test.ts',
  'render/sealed': 'test/mistakes/repository.test.ts',
  'render/unrepresentable': 'test/publish/publication/publication.test.ts',
  'publish/bad-path': 'test/publish/publication/publication.test.ts',
  'publish/taken-path': 'test/publish/publication/publication.test.ts',
  'publish/unrecorded-variable': 'test/publish/publication/publication.test.ts',
  'publish/consumer-cannot-open': 'test/publish/publication/sealed.test.ts',
  ...Object.fromEntries(Object.keys(RULES).filter((rule) => rule.startsWith('verify/')).map((rule) => [rule, VERIFY_TESTS[rule] ?? 'test/publish/verify/tampered.test.ts'])),
}

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
    section.claims.filter(({ is }) => is === 'findings' || is === 'dangers').map((claim) => [section.heading, section, claim] as const),
  )
  test.each(examples)('%s: the example prints what it should', async (heading, section, { is, text: expected }) => {
    const findings = await (is === 'dangers' ? dangersOf(section) : findingsOf(section))
    const text = findingsText(findings, plain)
    // `…` stands for what is left out.
    const [begin = '', end] = expected.split('…\n')
    if (end === undefined) expect(text).toBe(expected)
    else expect([text.slice(0, begin.length), text.slice(text.length - end.length)]).toEqual([begin, end])
    const rules = new Set<string>(findings.map(({ rule }) => rule))
    if (heading in RULES) expect(end === undefined ? [...rules] : [...rules].filter((rule) => rule === heading)).toEqual([heading])
  })

  const sessions = [...entries].flatMap(([rule, text]) =>
    [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, session = '']) => [rule, session] as const),
  )
  test.each(sessions)('%s: the commands print what they should', async (rule, session) => {
    const section = readPage(PAGE).find(({ heading }) => heading === rule)
    const repo = repository(section?.files ?? {})
    const { root } = repo
    if (/^\$ cairn (?:publish|verify)\b/m.test(session)) commitThen(repo)
    for (const [, command = '', expected] of session.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
      expect(await run(command, root, section?.variables)).toBe(expected)
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

async function dangersOf({ files, base }: Section): Promise<readonly SettledFinding[]> {
  return (await dangersBetween(base, files)).findings
}

async function findingsOf({ files, variables }: Section): Promise<readonly SettledFinding[]> {
  const { SOPS_AGE_KEY: key, TODAY: today } = variables
  const opener = key === undefined ? {} : { opener: createOpener({ age, identities: await identitiesIn(key) }) }
  return (await checkFiles(files, variables, { ...opener, ...(today === undefined ? {} : { today }) })).findings
}

/** What is published is a commit: here the same each time, so that its id is. */
function commitThen(repo: TestRepository): void {
  for (const whose of ['AUTHOR', 'COMMITTER']) vi.stubEnv(`GIT_${whose}_DATE`, '2026-01-31T12:00:00Z')
  repo.commit()
  vi.unstubAllEnvs()
}

/** Runs a line of a console; what it prints, first on standard output. */
async function run(command: string, directory: string, variables: Section['variables'] = {}): Promise<string> {
  const [program, ...args] = command.split(' ')
  if (program !== 'cairn') return execFileSync('sh', ['-c', command], { cwd: directory, encoding: 'utf8' })
  const { stdout, stderr } = await cairn(args, { directory, variables })
  return stdout + stderr
}
