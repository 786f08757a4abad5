import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { workingTree } from '../../src/adapters/files.ts'
import { commitTree, createBlobs } from '../../src/adapters/git.ts'
import { MAX_FILE_BYTES, type Snapshot } from '../../src/core/ports.ts'
import { pathsOf, readAll, readText } from './read-all.ts'
import { createRepository, temporaryFolder, type TestRepository } from './repository-builder.ts'

/** The bytes that each start of Git printed. */
const spawned = vi.hoisted(() => [] as number[])
vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>()
  const spawnSync = (command: string, args: string[], options: object) => {
    const result = real.spawnSync(command, args, options)
    spawned.push(result.stdout.length)
    return result
  }
  return { ...real, spawnSync }
})

/** How often Git was started while something was done; how much it printed each time goes to `printed`. */
function spawnsOf(work: () => void, printed: number[] = []): number {
  spawned.length = 0
  work()
  printed.push(...spawned)
  return spawned.length
}

/** Both views of a directory whose working tree is clean; they must be one. */
function bothViews(root: string): Record<string, string> {
  const onDisk = workingTree(root)
  const committed = commitTree(root, 'HEAD')
  const listed = ({ entries }: Snapshot) => entries.map(({ path, type }) => ({ path, type }))
  expect(listed(committed)).toEqual(listed(onDisk))
  const contents = readAll(committed)
  expect(readAll(onDisk)).toEqual(contents)
  return contents
}

test('names with spaces, quotes, newlines, tabs and letters of every kind', () => {
  const repository = createRepository()
  const names = ['a b.yaml', `it's "it".yaml`, 'new\nline.yaml', 'tab\t.yaml', 'käse.yaml', '日本/設定.yaml', '🗻.yaml', '-C', '?', 'H 1']
  for (const name of names) repository.write(name, name)
  repository.commit()
  const contents = bothViews(repository.root)
  for (const name of names) expect(contents[name]).toBe(Buffer.from(name).toString('latin1'))
  expect(Object.keys(contents)).toEqual([...names].sort())
})

test('names that are no UTF-8 stay apart and can be read', () => {
  const repository = createRepository()
  const folder = Buffer.from(repository.root + '/')
  for (const byte of [0xfe, 0xff]) writeFileSync(Buffer.concat([folder, Buffer.from([0x61, byte])]), String(byte))
  symlinkSync(Buffer.from([0x61, 0xff]), join(repository.root, 'link'))
  repository.write('plain')
  expect(readText(workingTree(repository.root), 'a\udcff')).toBe('255')
  repository.commit()
  expect(bothViews(repository.root)).toEqual({ 'a\udcfe': '254', 'a\udcff': '255', link: '255', plain: 'plain\n' })
})

test('untracked files count, ignored ones do not, deleted ones are gone', () => {
  const repository = createRepository()
  for (const path of ['kept.yaml', 'deleted.yaml', 'folder/deleted.yaml', 'staged-away.yaml']) repository.write(path)
  repository.write('.gitignore', 'ignored*\n')
  repository.commit()
  repository.write('ignored.yaml')
  repository.write('new.yaml')
  repository.write('staged.yaml')
  repository.git('add', 'staged.yaml')
  repository.git('add', '--intent-to-add', 'new.yaml')
  repository.git('rm', '--quiet', '--cached', 'staged-away.yaml')
  unlinkSync(join(repository.root, 'deleted.yaml'))
  rmSync(join(repository.root, 'folder'), { recursive: true })
  const tree = workingTree(repository.root)
  expect(pathsOf(tree)).toEqual(['.gitignore', 'kept.yaml', 'new.yaml', 'staged-away.yaml', 'staged.yaml'])
  for (const path of ['ignored.yaml', 'deleted.yaml', 'none.yaml', '../outside', '/etc/passwd', '.git/config']) {
    expect(tree.read(path)).toEqual({ problem: 'missing' })
  }
})

test('a file that goes away after it was listed is missing', () => {
  const repository = createRepository()
  repository.write('a/b.yaml')
  const tree = workingTree(repository.root)
  rmSync(join(repository.root, 'a'), { recursive: true })
  expect(tree.read('a/b.yaml')).toEqual({ problem: 'missing' })
})

test('a merge conflict is one file, as it is on disk', () => {
  const repository = createRepository()
  repository.write('both.yaml', 'a: 0\n')
  repository.write('one.yaml', 'a: 0\n')
  repository.commit()
  repository.git('checkout', '--quiet', '-b', 'other')
  repository.write('both.yaml', 'a: 1\n')
  rmSync(join(repository.root, 'one.yaml'))
  repository.commit()
  repository.git('checkout', '--quiet', 'main')
  repository.write('both.yaml', 'a: 2\n')
  repository.write('one.yaml', 'a: 3\n')
  repository.commit()
  expect(() => repository.git('merge', 'other')).toThrow()
  const tree = workingTree(repository.root)
  expect(pathsOf(tree)).toEqual(['both.yaml', 'one.yaml'])
  expect(readText(tree, 'both.yaml')).toContain('<<<<<<<')
  rmSync(join(repository.root, 'both.yaml'))
  expect(pathsOf(workingTree(repository.root))).toEqual(['one.yaml'])
})

test('what a sparse checkout leaves out is read from the index, all of it in one go', () => {
  const repository = createRepository()
  repository.write('in/a.yaml')
  for (let i = 0; i < 20; i++) repository.write(`out/b${i}.yaml`)
  symlinkSync('../out/deep', join(repository.root, 'in/to-folder'))
  symlinkSync('to-folder/../link', join(repository.root, 'in/to-link'))
  symlinkSync('b1.yaml', join(repository.root, 'out/link'))
  repository.write('out/deep/c.yaml')
  repository.write('out/large', Buffer.alloc(MAX_FILE_BYTES + 1))
  repository.commit()
  const whole = bothViews(repository.root)
  repository.git('sparse-checkout', 'set', 'in')
  expect(existsSync(join(repository.root, 'out'))).toBe(false)
  expect(bothViews(repository.root)).toEqual(whole)
  expect(whole).toMatchObject({ 'in/to-link': 'out/b1.yaml\n', 'out/b19.yaml': 'out/b19.yaml\n', 'out/large': '[too-large]' })
  expect(workingTree(repository.root).read('in/to-link').path).toBe('out/b1.yaml')
  expect(spawnsOf(() => readAll(workingTree(repository.root)))).toBe(2)
  expect(spawnsOf(() => readText(workingTree(repository.root), 'in/a.yaml'))).toBe(1)
})

test('a file on disk counts, even where Git is told to skip it', () => {
  const repository = createRepository()
  repository.write('file', 'old')
  repository.commit()
  repository.git('update-index', '--skip-worktree', 'file')
  repository.write('file', 'mine')
  expect(readAll(workingTree(repository.root))).toEqual({ file: 'mine' })
})

test('links inside the repository lead to their file, all others nowhere', () => {
  const repository = createRepository()
  repository.write('a/file.yaml', 'text')
  repository.write('.gitignore', 'ignored\n')
  repository.write('ignored', 'not configuration')
  const links = {
    'a/link': 'file.yaml',
    'b': 'a/link',
    'c/d': '../a',
    'through': 'c/d/link',
    'outside': '../../etc/passwd',
    'absolute': join(repository.root, 'a/file.yaml'),
    'dangling': 'none',
    'loop': 'loop',
    'git': '.git/config',
    'ignored-one': 'ignored',
  }
  for (const [link, target] of Object.entries(links)) {
    mkdirSync(join(repository.root, link, '..'), { recursive: true })
    symlinkSync(target, join(repository.root, link))
  }
  const read = readAll(workingTree(repository.root))
  expect(read).toEqual({
    '.gitignore': 'ignored\n',
    'a/file.yaml': 'text',
    'a/link': 'text',
    'absolute': '[link-outside]',
    'b': 'text',
    'c/d': '[not-a-file]',
    'dangling': '[link-broken]',
    'git': '[link-outside]',
    'ignored-one': '[link-outside]',
    'loop': '[link-broken]',
    'outside': '[link-outside]',
    'through': 'text',
  })
  repository.commit()
  expect(readAll(commitTree(repository.root, 'HEAD'))).toEqual({
    ...read,
    git: '[link-broken]',
    'ignored-one': '[link-broken]',
  })
})

test('below a subfolder, links may leave it but not the repository', () => {
  const repository = createRepository()
  repository.write('shared/file.yaml', 'shared')
  repository.write('config/own/file.yaml', 'own')
  for (const [link, target] of [
    ['config/to-shared', '../shared/file.yaml'],
    ['config/back', '../config/own/file.yaml'],
    ['config/out', '../../file.yaml'],
    ['config/through', '../shared/link'],
    ['config/up', '..'],
    ['shared/link', '../config/to-shared'],
  ] as const) {
    symlinkSync(target, join(repository.root, link))
  }
  repository.commit()
  expect(bothViews(join(repository.root, 'config'))).toEqual({
    'back': 'own',
    'out': '[link-outside]',
    'own/file.yaml': 'own',
    'through': 'shared',
    'to-shared': 'shared',
    'up': '[not-a-file]',
  })
})

test('of a link the file is told that a person edits', () => {
  const repository = createRepository()
  repository.write('shared/file.yaml')
  repository.write('config/own/file.yaml')
  symlinkSync('../shared/file.yaml', join(repository.root, 'config/out'))
  symlinkSync('own/file.yaml', join(repository.root, 'config/in'))
  symlinkSync('in', join(repository.root, 'config/twice'))
  symlinkSync('none', join(repository.root, 'config/nowhere'))
  repository.commit()
  for (const snapshot of [workingTree(join(repository.root, 'config')), commitTree(join(repository.root, 'config'), 'HEAD')]) {
    const seen = (path: string): string | undefined => snapshot.read(path).path
    expect(pathsOf(snapshot).map(seen)).toEqual(['own/file.yaml', undefined, '../shared/file.yaml', undefined, 'own/file.yaml'])
  }
  for (const snapshot of [workingTree(repository.root), commitTree(repository.root, 'HEAD')]) {
    expect(snapshot.read('config/out').path).toBe('shared/file.yaml')
    expect(snapshot.read('shared/file.yaml').path).toBeUndefined()
  }
})

test('only files have an object id: that of a link says nothing of what it leads to', () => {
  const repository = createRepository()
  repository.write('file', 'text')
  symlinkSync('file', join(repository.root, 'link'))
  repository.commit()
  const ids = commitTree(repository.root, 'HEAD').entries.map(({ path, oid }) => [path, oid])
  expect(ids).toEqual([['file', repository.git('rev-parse', 'HEAD:file').trim()], ['link', undefined]])
})

test('a file that became a link, and a link that became a file', () => {
  const repository = createRepository()
  repository.write('file', 'file')
  repository.write('was-file', 'old')
  symlinkSync('file', join(repository.root, 'was-link'))
  repository.commit()
  rmSync(join(repository.root, 'was-file'))
  symlinkSync('file', join(repository.root, 'was-file'))
  rmSync(join(repository.root, 'was-link'))
  repository.write('was-link', 'new')
  expect(readAll(workingTree(repository.root))).toEqual({ file: 'file', 'was-file': 'file', 'was-link': 'new' })
})

test('a folder that became a link leads to no files', () => {
  const repository = createRepository()
  const elsewhere = temporaryFolder()
  writeFileSync(join(elsewhere, 'file.yaml'), 'secret')
  repository.write('folder/file.yaml', 'text')
  repository.write('.gitignore', 'folder\n')
  repository.git('add', '--force', 'folder/file.yaml')
  rmSync(join(repository.root, 'folder'), { recursive: true })
  symlinkSync(elsewhere, join(repository.root, 'folder'))
  expect(Object.values(readAll(workingTree(repository.root)))).not.toContain('secret')
})

test('submodules and nested repositories are named, and not read', () => {
  const repository = createRepository()
  const module = createRepository()
  module.write('inside.yaml')
  module.commit()
  repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', `file://${module.root}`, 'module')
  symlinkSync('module/inside.yaml', join(repository.root, 'link'))
  repository.commit()
  const views = bothViews(repository.root)
  expect(views['module']).toBe('[not-a-file]')
  expect(views['link']).toBe('[link-outside]')
  createRepository({ root: join(repository.root, 'nested') }).commit()
  expect(workingTree(repository.root).entries).toContainEqual({ path: 'nested', type: 'submodule' })
  expect(readText(commitTree(repository.root, 'HEAD'), 'module/inside.yaml')).toBe('[missing]')
})

test('pipes and folders in the place of files do not stop the run', () => {
  const repository = createRepository()
  repository.write('pipe')
  repository.write('folder')
  repository.write('below/file')
  repository.commit()
  for (const path of ['pipe', 'folder']) rmSync(join(repository.root, path))
  execFileSync('mkfifo', [join(repository.root, 'pipe'), join(repository.root, 'untracked-pipe')])
  mkdirSync(join(repository.root, 'folder'))
  const tree = workingTree(repository.root)
  expect(readText(tree, 'pipe')).toBe('[not-a-file]')
  expect(readText(tree, 'folder')).toBe('[not-a-file]')
  expect(readText(tree, 'below')).toBe('[not-a-file]')
  expect(readText(tree, 'untracked-pipe')).toBe('[missing]')
  expect(readText(commitTree(repository.root, 'HEAD'), 'below')).toBe('[not-a-file]')
})

test.skipIf(process.getuid?.() === 0)('a file without permission is unreadable, and the rest is read', () => {
  const repository = createRepository()
  repository.write('open.yaml')
  repository.write('closed.yaml')
  repository.write('closed/file.yaml')
  repository.git('add', '--all')
  chmodSync(join(repository.root, 'closed.yaml'), 0)
  chmodSync(join(repository.root, 'closed'), 0)
  const read = readAll(workingTree(repository.root))
  chmodSync(join(repository.root, 'closed'), 0o700)
  expect(read).toEqual({
    'closed.yaml': '[unreadable]',
    'closed/file.yaml': '[unreadable]',
    'open.yaml': 'open.yaml\n',
  })
})

test.each([0, 1, 65_535, 65_536, 65_537, 200_000, MAX_FILE_BYTES])('a file of %d bytes is read whole', (size) => {
  const repository = createRepository()
  repository.write('file', Buffer.alloc(size, 'abcdefghijk'))
  repository.write('small')
  repository.commit()
  for (const snapshot of [workingTree(repository.root), commitTree(repository.root, 'HEAD')]) {
    expect(snapshot.read('file').bytes?.equals(Buffer.alloc(size, 'abcdefghijk'))).toBe(true)
    expect(readText(snapshot, 'small')).toBe('small\n')
  }
})

test('a file above the limit is told', () => {
  const repository = createRepository()
  repository.write('large', Buffer.alloc(MAX_FILE_BYTES + 1))
  symlinkSync('large', join(repository.root, 'link'))
  repository.commit()
  expect(bothViews(repository.root)).toEqual({ large: '[too-large]', link: '[too-large]' })
})

test('a file far above the limit is not loaded, and what is announced with it is read', () => {
  const repository = createRepository()
  for (const path of ['a', 'b', 'y', 'z']) repository.write(path)
  repository.write('huge', Buffer.alloc(70_000_000))
  const commit = repository.commit()
  const printed: number[] = []
  let contents = {}
  expect(spawnsOf(() => (contents = readAll(commitTree(repository.root, commit))), printed)).toBe(4)
  expect(contents).toEqual({ a: 'a\n', b: 'b\n', huge: '[too-large]', y: 'y\n', z: 'z\n' })
  expect(Math.max(...printed)).toBeLessThan(65_000_000)
  const snapshot = commitTree(repository.root, commit)
  expect([readText(snapshot, 'huge'), readText(snapshot, 'z')]).toEqual(['[too-large]', 'z\n'])
})

test('an empty repository, an empty commit, a folder that a commit lacks', () => {
  const repository = createRepository()
  expect(workingTree(repository.root).entries).toEqual([])
  expect(() => commitTree(repository.root, 'HEAD')).toThrow(/names no commit/)
  repository.commit()
  expect(bothViews(repository.root)).toEqual({})
  mkdirSync(join(repository.root, 'later'))
  expect(commitTree(join(repository.root, 'later'), 'HEAD').entries).toEqual([])
})

test('an id that is no commit of this repository', () => {
  const repository = createRepository()
  repository.commit()
  expect(() => commitTree(repository.root, 'b'.repeat(40))).toThrow(/names no commit/)
  expect(() => commitTree(repository.root, repository.git('rev-parse', 'HEAD^{tree}').trim())).toThrow(/names no commit/)
})

test('a detached HEAD and an old commit', () => {
  const repository = createRepository()
  repository.write('file', 'old')
  const old = repository.commit()
  repository.write('file', 'new')
  repository.write('more', 'x')
  const head = repository.commit()
  repository.git('checkout', '--quiet', '--detach', old)
  expect(readAll(commitTree(repository.root, 'HEAD'))).toEqual({ file: 'old' })
  const snapshot = commitTree(repository.root, head)
  expect(snapshot.label).toBe(head)
  expect(readAll(snapshot)).toEqual({ file: 'new', more: 'x' })
})

test.each(['loose', 'packed'])('a SHA-256 repository with %s objects', (how) => {
  const repository = createRepository({ objectFormat: 'sha256' })
  repository.write('a/file.yaml', 'text')
  const commit = repository.commit()
  if (how === 'packed') repository.git('gc', '--quiet')
  expect(commit).toHaveLength(64)
  expect(commitTree(repository.root, commit).label).toBe(commit)
  expect(bothViews(repository.root)).toEqual({ 'a/file.yaml': 'text' })
})

test('equal ids are equal bytes, whatever the checkout did to line ends', () => {
  const repository = createRepository()
  repository.write('.gitattributes', '*.yaml text eol=crlf\n')
  repository.write('file.yaml', 'a: 1\r\n')
  repository.commit()
  expect(readText(commitTree(repository.root, 'HEAD'), 'file.yaml')).toBe('a: 1\n')
  expect(readText(workingTree(repository.root), 'file.yaml')).toBe('a: 1\r\n')
  expect(workingTree(repository.root).entries.every(({ oid }) => oid === undefined)).toBe(true)
})

/** 2,000 files and, in a second commit, 20 of them changed. */
function largeRepository(): { readonly repository: TestRepository; readonly base: string; readonly head: string } {
  const repository = createRepository()
  for (let i = 0; i < 2_000; i++) repository.write(`d${i % 50}/f${i}.yaml`, `a: ${i}\n`)
  const base = repository.commit()
  for (let i = 0; i < 20; i++) repository.write(`d${i % 50}/f${i}.yaml`, `b: ${i}\n`)
  return { repository, base, head: repository.commit() }
}

test('2,000 files take two spawns from a commit, one from disk, and three for two commits', () => {
  const { repository, base, head } = largeRepository()
  let contents: Record<string, string> = {}
  expect(spawnsOf(() => (contents = readAll(commitTree(repository.root, head))))).toBe(2)
  expect(Object.keys(contents)).toHaveLength(2_000)
  expect(contents['d7/f7.yaml']).toBe('b: 7\n')
  expect(contents['d0/f1950.yaml']).toBe('a: 1950\n')
  expect(spawnsOf(() => expect(readAll(workingTree(repository.root))).toEqual(contents))).toBe(1)

  const blobs = createBlobs(repository.root)
  const views = [commitTree(repository.root, base, { blobs }), commitTree(repository.root, head, { blobs })] as const
  expect(spawnsOf(() => {
    for (const view of views) view.prefetch(pathsOf(view))
    expect(readText(views[0], 'd7/f7.yaml')).toBe('a: 7\n')
    expect(readAll(views[1])).toEqual(contents)
  })).toBe(1)
})

test('links take no spawn each', () => {
  const repository = createRepository()
  for (let i = 0; i < 50; i++) {
    repository.write(`files/f${i}`, String(i))
    mkdirSync(join(repository.root, 'links'), { recursive: true })
    symlinkSync(i % 2 === 0 ? `../files/f${i}` : `l${i - 1}`, join(repository.root, `links/l${i}`))
  }
  repository.commit()
  expect(spawnsOf(() => readAll(workingTree(repository.root)))).toBe(1)
  const commit = repository.git('rev-parse', 'HEAD').trim()
  expect(spawnsOf(() => expect(readAll(commitTree(repository.root, commit))['links/l7']).toBe('6'))).toBeLessThanOrEqual(3)
})

test('a content that the clone has lost is told as such', () => {
  const repository = createRepository()
  repository.write('file', 'text')
  repository.commit()
  const snapshot = commitTree(repository.root, 'HEAD')
  const objects = join(repository.root, '.git/objects')
  const oid = snapshot.entries[0]?.oid ?? ''
  renameSync(join(objects, oid.slice(0, 2), oid.slice(2)), join(objects, 'away'))
  expect(() => snapshot.read('file')).toThrow(`the content of object ${oid} is not in this clone`)
})

const segment = fc.oneof(
  fc.constantFrom('a', 'b', 'ä', 'c d', "q'", '🗻', 'A-b', 'a.b'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).filter((text) => !/[/\0]|^\.{1,2}$|^\.git|\p{Surrogate}/iu.test(text)),
)
const somePath = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ content: fc.uint8Array({ maxLength: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ target: fc.array(fc.oneof(segment, fc.constant('..')), { minLength: 1, maxLength: 4 }) }) },
)

type Leaf = { readonly content: Uint8Array } | { readonly target: readonly string[] }

/** Puts a file or link in place, unless something else stands in its way: a file as a folder, a link that leads off. */
function place(repository: TestRepository, path: string, leaf: Leaf): void {
  const parts = path.split('/')
  for (let depth = 1; depth <= parts.length; depth++) {
    const there = lstatSync(join(repository.root, ...parts.slice(0, depth)), { throwIfNoEntry: false })
    if (there !== undefined && (depth === parts.length || !there.isDirectory())) return
  }
  if ('content' in leaf) {
    repository.write(path, Buffer.from(leaf.content))
  } else {
    mkdirSync(join(repository.root, ...parts.slice(0, -1)), { recursive: true })
    symlinkSync(leaf.target.join('/'), join(repository.root, path))
  }
}

test('a clean checkout and its commit hold the same, for any tree', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(somePath, leaf), { minLength: 1, maxLength: 8 }), (files) => {
      const repository = createRepository()
      repository.git('config', 'core.autocrlf', 'false')
      for (const [path, content] of files) place(repository, path, content)
      repository.commit()
      bothViews(repository.root)
    }),
    { numRuns: 40 },
  )
})

test('files that a run was writing when it was killed are none, unless somebody has committed one', () => {
  const repo = createRepository()
  for (const path of ['a.yaml', '.b.yaml.cairn-0123456789ab']) repo.write(path)
  repo.commit()
  for (const path of ['.a.yaml.cairn-0123456789ab', 'x/.a.yaml.cairn-0123456789ab', '.a.yaml.cairn-other']) repo.write(path)
  expect(pathsOf(workingTree(repo.root))).toEqual(['.a.yaml.cairn-other', '.b.yaml.cairn-0123456789ab', 'a.yaml'])
})
