import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { repository, type Files } from '../helpers/repository.ts'
import { HOSTILE } from '../report/findings.ts'
import { builtAction } from './built.ts'
import { checkout, CONFIG, pullRequest, pullRequestPayload } from './checkouts.ts'
import { createCommands } from './commands.ts'
import { CHECK_OUTPUTS, OUTPUTS } from '../../src/action/runner.ts'
import { readPage } from '../helpers/page.ts'
import { runStep, type Ran, type Step } from './runner.ts'

const action = builtAction()
const run = (step: Omit<Step, 'action'>): Promise<Ran> => runStep({ action: action(), ...step })

const REPORTS = { sarif: 'reports/cairn.sarif', junit: 'reports/cairn.xml', html: 'reports/cairn.html' }

/** Checks files in a pull request of a fork, with every report. */
async function propose(files: Files, more: Partial<Step> = {}): Promise<Ran & { readonly workspace: string }> {
  const pull = pullRequest(files)
  const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
  const payload = pullRequestPayload(pull, 'fork')
  return { ...(await run({ workspace, event: 'pull_request', sha: pull.merge, payload, inputs: REPORTS, ...more })), workspace }
}

/** That nothing but what the action itself says was carried out. */
function expectHarmless(ran: Ran): void {
  for (const name of ran.commands) expect(['error', 'warning', 'notice', 'group', 'endgroup']).toContain(name)
  expect(ran.commands.filter((name) => name === 'group').length).toBeLessThanOrEqual(1)
  expect(ran.dropped).toEqual([])
  // Of a title of their own are those that the action makes; the step's failure has none.
  expect(ran.annotations.filter(({ properties }) => properties['title'] === undefined)).toHaveLength(ran.exitCode === 0 ? 0 : 1)
  const { masks, env, state, path } = ran
  expect({ masks, env, state, path }).toEqual({ masks: [], env: {}, state: {}, path: [] })
  for (const name of Object.keys(ran.outputs)) expect(OUTPUTS).toContain(name)
}

describe('the emulated runner carries out what a runner does', () => {
  const carriedOut = (...lines: string[]) => {
    const commands = createCommands()
    for (const line of lines) commands.line(line)
    return commands.result()
  }
  test('both syntaxes', () => {
    const { commands, annotations, masks } = carriedOut(
      '::error file=a%2Cb.yaml,line=1,title=x%3Ay::one%0Atwo%25',
      ' \u0085 ::warning::blanks before',
      'anywhere in a line ##[notice title=x%3By]found%5D',
      '##[add-mask]secret',
      'not at the start ::error::no',
      '::unknown::no',
      '::group:: open',
    )
    expect(commands).toEqual(['error', 'warning', 'notice', 'add-mask', 'group'])
    expect(annotations).toEqual([
      { level: 'error', message: 'one\ntwo%', properties: { file: 'a,b.yaml', line: '1', title: 'x:y' } },
      { level: 'warning', message: 'blanks before', properties: {} },
      { level: 'notice', message: 'found]', properties: { title: 'x;y' } },
    ])
    expect(masks).toEqual(['secret'])
  })

  test('stopped commands are text until they are resumed', () => {
    const { commands, log } = carriedOut('::stop-commands::token', '::error::a', '##[error]b', '::token::', '::error::c')
    expect(commands).toEqual(['stop-commands', 'error'])
    expect(log).toEqual(['::error::a', '##[error]b'])
  })

  test('ten of a level are kept, and 4,096 characters', () => {
    const { annotations, dropped } = carriedOut(...Array<string>(12).fill(`::error::${'x'.repeat(5000)}`), '::warning::w')
    expect(annotations.map(({ level }) => level)).toEqual([...Array<string>(10).fill('error'), 'warning'])
    expect(annotations[0]?.message).toHaveLength(4096)
    expect(dropped).toHaveLength(2)
  })
})

describe('nothing in a repository is a command', () => {
  const mistake = 'a: 1\na: 2\n'

  test('names of files', async () => {
    const names = HOSTILE.filter((name) => !/[/\0]|\ud800/.test(name))
    const files = Object.fromEntries(names.map((name) => [`environments/staging/services/${name}.yaml`, mistake]))
    const ran = await propose(files)
    expectHarmless(ran)
    expect(ran).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
    expect(Number(ran.outputs['errors'])).toBeGreaterThan(15)
  })

  test('a file name cannot set properties of its annotation', async () => {
    const ran = await propose({ 'environments/staging/services/x,title=y::z%0A.yaml': mistake })
    expectHarmless(ran)
    expect(ran.annotations[0]?.properties).toMatchObject({
      file: 'environments/staging/services/x,title=y::z%0A.yaml',
      title: 'parse/duplicate-key',
      line: '2',
    })
  })

  test('keys and values', async () => {
    const keys = HOSTILE.map((name) => JSON.stringify(name)).filter((key) => !key.includes('\\u0000') && !/\\ud800/.test(key))
    const yaml = keys.map((key) => `${key}: 1\n${key}: 2\n`).join('')
    const values = keys.map((key, i) => `v${i}: ${JSON.stringify(`\${cairn:${JSON.parse(key) as string}`)}\n`).join('')
    const ran = await propose({ 'environments/staging/services/db.yaml': yaml, 'environments/staging/services/x.yaml': values })
    expectHarmless(ran)
    expect(ran.outputs['verdict']).toBe('fail')
  })

  test('names of environments, in outputs that the next job reads', async () => {
    const names = ['x"]', '::error::x', '##[error]x', 'ghadelimiter_', 'a b', 'x%0Averdict=pass', 'x\nverdict<<E\npass\nE', '$(id)', '-n']
    const files = Object.fromEntries(names.map((name) => [`environments/${name}/services/db.yaml`, 'port: 1\n']))
    const ran = await propose(files)
    expectHarmless(ran)
    expect(Object.keys(ran.outputs).sort()).toEqual([...CHECK_OUTPUTS].sort())
    const changed = JSON.parse(ran.outputs['changed-environments'] ?? '') as string[]
    expect(ran.outputs['changed-environments']).not.toContain('\n')
    expect(changed).toEqual(expect.arrayContaining(['##[error]x', '::error::x']))
    for (const name of changed) expect([...names, 'production', 'staging']).toContain(name)
  })

  test('a broken cairn.yaml, and names in it', async () => {
    for (const config of ['layout: [\n', 'a: {{ b }}\n', '"::error::x": 1\n"##[add-mask]y": 2\n']) {
      const ran = await propose({ 'cairn.yaml': config })
      expectHarmless(ran)
      expect(ran).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
      expect(ran.annotations[0]?.properties['file']).toBe('cairn.yaml')
    }
  })

  test('inputs that a workflow fills from an event', async () => {
    for (const base of HOSTILE.filter((text) => text.trim() !== '' && !text.includes('\u0000'))) {
      const ran = await propose({}, { inputs: { base } })
      expectHarmless(ran)
      expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    }
  }, 120_000)

  test('an event that is no JSON, or not there', async () => {
    const workspace = checkout(pullRequest({}).origin, 'refs/heads/main', 1)
    for (const path of ['/nowhere', '/', '']) {
      const ran = await run({ workspace, event: 'push', env: { GITHUB_EVENT_PATH: path } })
      expect(ran.outputs).toMatchObject({ verdict: 'pass', base: '' })
    }
  })
})

describe('limits', () => {
  const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('')

  test('10,000 findings: ten annotations, the rest in log, summary and files', async () => {
    const files: Record<string, string> = {}
    for (let i = 0; i < 100; i++) files[`environments/staging/services/s${i}.yaml`] = lines(100, (k) => `k${k}: 1\nk${k}: 2\n`)
    files['environments/staging/services/db.yaml'] = lines(30, (k) => `w${k}: null\n`)
    const ran = await propose(files)
    expectHarmless(ran)
    // One more: that so many documents change at once is a danger.
    expect(ran.outputs).toMatchObject({ verdict: 'fail', findings: '10031', errors: '10000', warnings: '31' })
    expect(ran.annotations.filter(({ level }) => level === 'error')).toHaveLength(10)
    expect(ran.annotations.filter(({ level }) => level === 'warning')).toHaveLength(10)
    expect(ran.annotations.at(-1)?.message).toBe(
      '10,000 errors, 31 warnings; 9 of 10,000 errors and 9 of 31 warnings are annotated, the log has all',
    )
    expect(ran.summaryDropped).toBe(false)
    expect(ran.summary).toMatch(/^[\d,]+ of 10,031 findings shown, the most severe first(?:, some of them in short)?; `cairn\.html` and the log have all\.$/m)
    expect(ran.log.filter((line) => line.includes(' error parse/duplicate-key '))).toHaveLength(10_000)
    const sarif = JSON.parse(readFileSync(join(ran.workspace, REPORTS.sarif), 'utf8')) as { runs: [{ results: unknown[] }] }
    expect(sarif.runs[0].results).toHaveLength(10_031)
    const xml = readFileSync(join(ran.workspace, REPORTS.junit), 'utf8')
    expect(xml.match(/<failure/g)).toHaveLength(10_000)
    const page = readPage(readFileSync(join(ran.workspace, REPORTS.html), 'utf8'))
    expect(page.ids.filter((id) => id.startsWith('finding-'))).toHaveLength(10_031)
  })
})

describe('report files', () => {
  const step = async (files: Files, inputs: Readonly<Record<string, string>>, more: Partial<Step> = {}) => {
    const origin = repository({ ...CONFIG, ...files })
    origin.commit()
    const workspace = checkout(origin, 'refs/heads/main', 1)
    return { workspace, ran: await run({ workspace, event: 'push', inputs, ...more }) }
  }

  test('are written where the inputs say, and the outputs tell their paths', async () => {
    const { workspace, ran } = await step({}, { sarif: './out/../out/cairn.sarif', junit: join('out', 'junit.xml') })
    expect(ran.outputs).toMatchObject({ sarif: 'out/cairn.sarif', junit: 'out/junit.xml' })
    expect(JSON.parse(readFileSync(join(workspace, 'out/cairn.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' })
    const contents = readFileSync(join(workspace, 'out/junit.xml'), 'utf8')
    const { valid } = await validateXML({ xml: [{ fileName: 'a.xml', contents }], schema: readFileSync(join(import.meta.dirname, '../report/junit.xsd'), 'utf8') })
    expect(valid).toBe(true)
    expect(readFileSync(join(workspace, 'out/cairn.sarif'), 'utf8')).not.toContain(workspace)
  })

  test('may be in the temporary folder of the runner, and replace older ones', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'cairn-temp-'))
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }))
    const sarif = join(temporary, 'a', 'cairn.sarif')
    mkdirSync(join(temporary, 'a'))
    writeFileSync(sarif, 'older')
    const { ran } = await step({}, { sarif }, { env: { RUNNER_TEMP: temporary } })
    expect(ran.outputs['sarif']).toBe(sarif)
    expect(readFileSync(sarif, 'utf8')).toMatch(/^\{/)
  })

  test('follow no link that the repository holds', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'cairn-outside-'))
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }))
    const target = join(outside, 'profile')
    writeFileSync(target, 'mine')
    const origin = repository(CONFIG)
    symlinkSync(outside, join(origin.root, 'reports'))
    symlinkSync(target, join(origin.root, 'cairn.sarif'))
    origin.commit()
    const workspace = checkout(origin, 'refs/heads/main', 1)
    const folder = await run({ workspace, event: 'push', inputs: { sarif: 'reports/new/cairn.sarif' } })
    expect(folder).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    const file = await run({ workspace, event: 'push', inputs: { sarif: 'cairn.sarif' } })
    expect(file.outputs).toMatchObject({ verdict: 'pass', sarif: 'cairn.sarif' })
    expect(readFileSync(target, 'utf8')).toBe('mine')
  })

  test('a folder in their place is told', async () => {
    const { ran } = await step({}, { junit: 'environments' })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toBe('environments cannot be written: there is a folder\nname another file for the report')
  })
})
