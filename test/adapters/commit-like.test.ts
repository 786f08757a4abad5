import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitTree } from '../../src/adapters/git.ts'
import { Failure } from '../../src/core/failure.ts'
import type { Snapshot } from '../../src/core/ports.ts'
import { readAll } from './read-all.ts'
import { createRepository } from './repository-builder.ts'

function repository() {
  const made = createRepository()
  for (const path of ['top.yaml', 'in/a.yaml', 'in/b.yaml', 'in/ä "q".yaml', 'in/deep/c.yaml']) made.write(path)
  symlinkSync('a.yaml', join(made.root, 'in', 'link.yaml'))
  return made
}

/** Everything that a commit says, listed like another one and by itself. */
function both(root: string, commit: string, like: Snapshot) {
  const [one, other] = [commitTree(root, commit, { like }), commitTree(root, commit)]
  return { one: { entries: one.entries, all: readAll(one) }, other: { entries: other.entries, all: readAll(other) } }
}

test.each(['', 'in'])('a commit that is listed like another is the same as listed by itself, from %j', (folder) => {
  const { root, commit, write, git } = repository()
  const at = join(root, folder)
  const base = commitTree(at, commit())
  const edits = [
    () => { write('in/a.yaml', '1\n') },
    () => { write('in/ä "q".yaml', '2\n'); write('top.yaml', '2\n') },
    () => { git('update-index', '--chmod=+x', 'in/b.yaml') },
    () => { rmSync(join(root, 'in', 'link.yaml')); symlinkSync('b.yaml', join(root, 'in', 'link.yaml')) },
    () => { rmSync(join(root, 'in', 'link.yaml')); write('in/link.yaml', 'no link any more\n') },
    () => { write('in/new.yaml') },
    () => { rmSync(join(root, 'in', 'deep'), { recursive: true }) },
  ]
  let before = base
  for (const edit of edits) {
    edit()
    const now = commit()
    for (const like of [base, before]) {
      const { one, other } = both(at, now, like)
      expect(one).toEqual(other)
    }
    before = commitTree(at, now, { like: before })
  }
})

test('what is like no commit is listed by itself, and a commit that there is not is told', () => {
  const { root, commit } = repository()
  const now = commit()
  const base = commitTree(root, now)
  expect(commitTree(root, now, { like: { ...base } }).entries).toEqual(base.entries)
  expect(() => commitTree(root, '1'.repeat(40), { like: base })).toThrow(Failure)
})
