import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../helpers/repository.ts'
import { programs } from '../../secrets/process.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/publishing.md'), 'utf8')

test('the commands of docs/publishing.md do what it says, from top to bottom', { timeout: 120_000 }, () => {
  const [, first = ''] = /^```yaml\n([^]*?)^```$/m.exec(PAGE) ?? []
  const files = Object.fromEntries(Array.from(first.matchAll(/^# file: (.*)\n((?:(?!# file: ).*\n)*)/gm), ([, path = '', text = '']) => [path, text]))
  const repo = repository(files)
  repo.commit()
  const world = join(repo.root, '.git', 'world')
  mkdirSync(join(world, 'home'), { recursive: true })
  repo.git('init', '-q', '--bare', join(world, 'remote.git'))
  repo.git('remote', 'add', 'origin', join(world, 'remote.git'))
  repo.git('push', '-q', 'origin', 'main')
  const identity = ['AUTHOR', 'COMMITTER'].flatMap((who) => [[`GIT_${who}_NAME`, 'Test'], [`GIT_${who}_EMAIL`, 'test@example.invalid']])
  const env = {
    ...Object.fromEntries(identity) as Record<string, string>, HOME: join(world, 'home'), NODE_COMPILE_CACHE: join(world, 'cache'), REPOSITORY: repo.root,
    REMOTE: `file://${join(world, 'remote.git')}`, PATH: `${programs()}:${process.env['PATH'] ?? ''}`,
  }
  const blocks = Array.from(PAGE.matchAll(/^```sh\n([^]*?)^```$/gm), ([, block = '']) => block)
  expect(blocks.length).toBeGreaterThan(8)
  for (const block of blocks) {
    const script = block.replaceAll('/srv/', `${join(world, 'srv')}/`)
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', script], { cwd: repo.root, env, encoding: 'utf8' })
    expect(status, `${block}\n${stdout}${stderr}`).toBe(0)
    const verified = block.split('\n').filter((line) => line.startsWith('cairn verify'))
    if (verified.length > 0) expect(stdout).toMatch(/ verified: every byte of /)
  }
})
