import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'

/** A repository with links, from path to target. */
function linked(files: Files, links: Readonly<Record<string, string>>): TestRepository {
  const made = repository(files)
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(made.root, path)), { recursive: true })
    symlinkSync(target, join(made.root, path))
  }
  return made
}

const [EU, US] = ['environments/eu/services/db.yaml', 'environments/us/services/db.yaml']
const LINKS = { [EU]: '../../../shared/db.yaml', [US]: '../../eu/services/db.yaml' }

async function output(made: TestRepository, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await cairn(args, { directory: made.root })
  return stdout + stderr
}

describe('a value behind a link is placed in the file that a person edits', () => {
  test.each([
    ['in the working tree', []],
    ['in a commit', ['--at', 'HEAD']],
  ])('%s', async (_, where) => {
    const made = linked({ 'shared/db.yaml': '# a\nport: 1\n' }, LINKS)
    made.commit()
    expect(await output(made, 'explain', 'us', 'services/db', '/port', ...where)).toContain('shared/db.yaml:2:7')
  })

  test('and so is what is wrong with it, once', async () => {
    const made = linked({ 'shared/db.yaml': 'port: 1\nport: 2\n' }, LINKS)
    const text = await output(made, 'check')
    expect(text.match(/shared\/db\.yaml:2:1 error parse\/duplicate-key/g)).toHaveLength(1)
    expect(text).not.toContain(EU)
  })

  test('as seen from the root of the configuration, though it may lie outside', async () => {
    const made = linked({ 'shared/db.yaml': 'port: 1\nport: 2\n' }, { [`config/${EU}`]: '../../../../shared/db.yaml' })
    expect(await output(made, '-C', 'config', 'check')).toContain('../shared/db.yaml:2:1 error parse/duplicate-key')
  })

  test('what is wrong with the link is told of the link', async () => {
    const made = linked({ 'shared/db.yaml': 'port: 1\n' }, { ...LINKS, [US]: '../../../shared/none.yaml' })
    expect(await output(made, 'check')).toContain(`${US} error discover/broken-link`)
  })

  test('the link tells the format where the file itself does not', async () => {
    const made = linked({ 'shared/db': 'PORT=1\n' }, { 'environments/eu/services/db.env': '../../../shared/db' })
    expect(await output(made, 'explain', 'eu', 'services/db', '/PORT')).toContain('environments/eu/services/db.env:1:6')
  })
})

describe('the difference of files behind links', () => {
  test('is told once, for all environments that it reaches', async () => {
    const made = linked({ 'shared/db.yaml': 'port: 1\n' }, LINKS)
    made.commit()
    made.write({ 'shared/db.yaml': 'port: 2\n' })
    for (const head of [[], [made.commit()]]) {
      const text = await output(made, 'diff', 'HEAD~1', ...head)
      expect(text).toContain('~ /port: 1 → 2  in eu, us\n      shared/db.yaml:1:7\n')
      expect(text).toContain('1 change in 1 document')
    }
  })

  test('is none where a file takes the place of a link to the same, or a link leads elsewhere', async () => {
    const made = linked({ 'shared/db.yaml': 'port: 1\n', 'other/db.yaml': 'port: 1\n' }, LINKS)
    made.commit()
    made.remove(EU)
    made.write({ [EU]: 'port: 1\n' })
    made.remove(US)
    symlinkSync('../../../other/db.yaml', join(made.root, US))
    expect(await output(made, 'diff', 'HEAD')).toContain('no effective change')
  })

  test('counts an edit behind a link as without effect where it has none', async () => {
    const made = linked(
      { 'cairn.yaml': 'environments: {base: {}, eu: {inherits: [base]}}\n', 'shared/db.yaml': 'port: 1\n', [EU]: 'port: 5\n' },
      { 'environments/base/services/db.yaml': '../../../shared/db.yaml' },
    )
    made.commit()
    made.write({ 'shared/db.yaml': 'port: 2\n' })
    const text = await output(made, 'diff', 'HEAD')
    expect(text).toContain('services/db /port at shared/db.yaml:1:7\n      no effect in eu: overridden at environments/eu')
  })
})
