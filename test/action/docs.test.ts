import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { actionTables } from '../../scripts/docs/action-tables.ts'
import { ruleTexts } from '../../scripts/docs/rule-texts.ts'
import { INPUTS } from '../../src/action/inputs.ts'
import { CHECK_OUTPUTS, OUTPUTS } from '../../src/action/runner.ts'
import { ROOT } from '../reference/repository-files.ts'
import { quoted } from './sample.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface ActionFile {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: unknown; readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: object
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly id?: string; readonly with?: Readonly<Record<string, unknown>> }[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

const action = load(read('action.yml')) as ActionFile
const ofJob = (one: { readonly default?: unknown }) => (one.default === '${{ github.token }}' ? '' : (one.default ?? ''))

describe('action.yml', () => {
  test('has the inputs and outputs of the code, with the same defaults', () => {
    const defaults = Object.entries(action.inputs).map(([name, one]) => [name, ofJob(one)])
    expect(Object.fromEntries(defaults)).toEqual(INPUTS)
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS))
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS])
  })

  test('is complete', () => {
    expect(action).toMatchObject({ name: 'Cairn', runs: { using: 'node24', main: 'dist/action.js' } })
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(action.branding.color)
    for (const one of [...Object.values(action.inputs), ...Object.values(action.outputs)]) expect(one.description).toMatch(/^\S.*\.$/s)
    // a quoted default: the runner takes texts
    for (const one of Object.values(action.inputs)) expect(typeof (one.default ?? '')).toBe('string')
  })
})

const OF_PUBLISHING = ['targets', 'branches', 'dry-run', 'sign-key', 'rollback-to']

describe.each([
  ['check', ['comment', 'comment-id', 'artifact', ...OF_PUBLISHING], ['comment-url', ...OUTPUTS.slice(CHECK_OUTPUTS.length)]],
  ['publish', ['base', 'age-key', 'comment', 'comment-id', 'artifact', 'report', 'html'], ['base', 'comment-url', 'handoff', 'report', 'html']],
  ['comment', Object.keys(INPUTS).filter((name) => !['comment-id', 'github-token', 'artifact'].includes(name)), OUTPUTS.filter((name) => name !== 'comment-url')],
])('%s/action.yml', (folder, inputs, outputs) => {
  const part = load(read(`${folder}/action.yml`)) as ActionFile
  const without = (all: object, some: readonly string[]) => Object.fromEntries(Object.entries(all).filter(([name]) => !some.includes(name)))

  test('is a part of action.yml, in the same words', () => {
    expect(part.inputs).toEqual(without(action.inputs, inputs))
    expect(part.outputs).toEqual(without(action.outputs, outputs))
    expect(Object.keys(part.inputs)).toEqual(Object.keys(action.inputs).filter((name) => name in part.inputs))
    expect(part).toMatchObject({ author: action.author, branding: action.branding, runs: { using: 'node24', main: `../dist/action-${folder}.js` } })
  })
})

describe('what is told twice is told the same', () => {
  test('docs/action.md has the tables of action.yml', () => {
    expect(actionTables(read('docs/action.md'), read('action.yml'))).toBe(read('docs/action.md'))
    for (const name of [...Object.keys(INPUTS), ...OUTPUTS]) expect(read('docs/action.md')).toContain(`\n| \`${name}\` |`)
  })

  test('the comment in README.md is one that a check makes', () => {
    const [, name = '', sample] = /<!-- comment ([\w-]+) -->\n\n([\s\S]*?)\n\n<!-- end of comment -->/.exec(read('README.md')) ?? []
    expect(sample).toBe(quoted(read(`test/cases/review/expected/${name}.md`)))
  })

  test('the recipe for forks and the messages in README.md are those of docs/action.md', () => {
    const [readme, page] = [read('README.md'), read('docs/action.md')]
    const [, forks = ''] = /^### Forks and Dependabot\n([\s\S]*?)^### /m.exec(readme) ?? []
    const recipe = forks.match(/^```yaml\n[\s\S]*?^```$/gm) ?? []
    expect(recipe).toHaveLength(2)
    for (const workflow of recipe) expect(page).toContain(workflow)
    const [, publishing = ''] = /^### On merge\n[\s\S]*?(^```yaml\nname:[\s\S]*?^```$)/m.exec(readme) ?? []
    expect(publishing).toContain('OWNER/cairn/publish')
    expect(page).toContain(publishing)
    const rows = readme.split('### When it says something else')[1]?.split('\n').filter((line) => line.startsWith('| `')) ?? []
    expect(rows.length).toBeGreaterThan(4)
    for (const line of rows) expect(page.split('## Messages')[1]).toContain(`\n${line}\n`)
  })

  test('messages that docs/action.md explains are messages', () => {
    const folders = [
      'src', 'src/action', 'src/adapters', 'src/adapters/git', 'src/adapters/github', 'src/adapters/targets', 'src/core',
      'src/stages/publish',
    ]
    const sources = folders.flatMap((folder) => {
      return readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.ts')).map((file) => read(`${folder}/${file}`))
    }).join('\n').replaceAll(/\$\{[^}]*\}/g, '…')
    const rows = read('docs/action.md').split('## Messages')[1]?.split('\n').filter((line) => line.startsWith('| `')) ?? []
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const [message = ''] = row.split(' | ')
      for (const [, text = ''] of message.matchAll(/`([^`]+)`/g)) {
        // Where one message is put into another, the source has them apart.
        for (const part of text.split(/…|(?<=the token may not |it needs )|(?=: set )/)) {
          if (!sources.includes(part.trim())) expect.unreachable(`${part} is nowhere said`)
        }
      }
    }
  })

  test('the texts of the rules are those of docs/findings.md', () => {
    expect(ruleTexts(read('docs/findings.md'))).toBe(read('src/report/rule-texts.ts'))
  })
})

describe('the workflows in the documentation', () => {
  const blocks = ['docs/action.md', 'README.md'].flatMap((page) => {
    const yaml = Array.from(read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm), ([, text]) => text ?? '')
    return yaml.filter((text) => text.includes('jobs:')).map((text, i) => [`${page}, ${i + 1}`, load(text) as Workflow, text] as const)
  })

  test('there are some', () => {
    expect(blocks.length).toBeGreaterThan(3)
  })

  test.each(blocks)('%s: no more rights than needed, and each with its reason', (_page, { on, permissions, jobs }, text) => {
    expect(permissions).toEqual({})
    expect(Object.keys(on)).not.toContain('pull_request_target')
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined()
    for (const line of text.split('\n').filter((one) => /^ {6}[a-z-]+: (?:read|write)/.test(one))) expect(line).toMatch(/ # \S/)
  })

  test.each(blocks)('%s: pinned, without credentials, with the inputs and outputs that there are', (_page, { jobs }, text) => {
    for (const { steps } of Object.values(jobs)) {
      for (const { uses, run = '', with: given = {} } of steps) {
        if (uses !== undefined) expect(uses).toMatch(/@<sha>$/)
        expect(run).not.toContain('${{')
        if (uses?.startsWith('actions/checkout')) expect(given).toEqual({ 'fetch-depth': expect.any(Number) as number, 'persist-credentials': false })
        const [, part] = /\/cairn(?:\/(\w+))?@/.exec(uses ?? '') ?? []
        const { inputs } = part === undefined ? action : (load(read(`${part}/action.yml`)) as ActionFile)
        if (uses?.startsWith('OWNER/') === true) for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name)
      }
    }
    for (const line of text.split('\n').filter((one) => one.includes('uses:'))) expect(line).toMatch(/@<sha> # v\d/)
    for (const [, output] of text.matchAll(/steps\.cairn\.outputs\.([a-z-]+)/g)) expect(OUTPUTS).toContain(output)
  })
})
