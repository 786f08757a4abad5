import assert from 'node:assert/strict'
import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clone, git, run, start, temporary, test } from './harness.mjs'

const folder = clone()
const cli = join(folder, 'dist', 'cli.js')
const cairn = (args, cwd = folder) => start(process.execPath, [cli, ...args], cwd)
const noTrace = (text) => assert.doesNotMatch(text, /^\s+at |node:internal/m)

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  assert.deepEqual(cairn(['--version']).stdout, `${version}\n`)
})

test('the version is told without loading anything else', () => {
  const loaded = Array.from(readFileSync(cli, 'utf8').matchAll(/^import .* from "(.*)";$/gm), ([, path]) => path)
  assert.deepEqual(loaded, ['./chunks/version.js'])
})

test('the command line starts by itself', () => {
  accessSync(cli, constants.X_OK)
  assert.match(start(cli, ['--version'], folder).stdout, /^\d+\.\d+\.\d+/)
})

test('help names the commands', () => {
  const { status, stdout } = cairn(['--help'])
  assert.equal(status, 0)
  for (const command of ['check', 'render', 'explain', 'diff', 'compare', 'environments', 'init']) {
    assert.ok(stdout.includes(command), command)
  }
})

test('check gives the verdict on the embedded repository, without an install', () => {
  const { status, stdout, stderr } = cairn(['check'])
  assert.equal(status, 0, stdout + stderr)
  assert.notEqual(stdout, '')
})

test('check gives the same verdict on the commit', () => {
  const [onDisk, committed] = [cairn(['check', '--format', 'json']), cairn(['check', '--at', 'HEAD', '--format', 'json'])]
  assert.equal(committed.status, 0, committed.stderr)
  assert.deepEqual(JSON.parse(committed.stdout).findings, JSON.parse(onDisk.stdout).findings)
})

test('render prints every document of every environment', () => {
  const { status, stdout, stderr } = cairn(['render', '--format', 'json'])
  assert.equal(status, 0, stderr)
  const environments = Object.values(JSON.parse(stdout))
  assert.ok(environments.length > 2)
  for (const documents of environments) assert.ok(Object.keys(documents).length > 5)
})

test('a mistake is found at its place', () => {
  const repository = temporary()
  git(repository, 'init', '--quiet')
  start('mkdir', ['-p', 'environments/dev/services'], repository)
  start('sh', ['-c', "printf 'a: 1\\na: 2\\n' > environments/dev/services/db.yaml"], repository)
  const { status, stdout } = cairn(['-C', repository, 'check', '--format', 'json'])
  assert.equal(status, 1)
  const [{ rule, file, line, column }] = JSON.parse(stdout).findings
  assert.deepEqual({ rule, file, line, column }, {
    rule: 'parse/duplicate-key',
    file: 'environments/dev/services/db.yaml',
    line: 2,
    column: 1,
  })
})

test('outside a repository there is a message and no stack trace', () => {
  const { status, stderr } = cairn(['check'], temporary())
  assert.equal(status, 2)
  assert.match(stderr, /not in a Git repository/)
  noTrace(stderr)
})

test('an unknown commit and an unknown command are told', () => {
  for (const args of [['check', '--at', 'nope'], ['chekc'], ['check', '--no-such-option']]) {
    const { status, stderr } = cairn(args)
    assert.equal(status, 2, args.join(' '))
    noTrace(stderr)
  }
})

test('the library loads and answers', async () => {
  const library = await import(pathToFileURL(join(folder, 'dist', 'index.js')).href)
  for (const name of ['load', 'check', 'explain', 'render', 'diff']) assert.equal(typeof library[name], 'function', name)
  const { findings } = await library.check(await library.load(folder))
  assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), [])
})

await run()
