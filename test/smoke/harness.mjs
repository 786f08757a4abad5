/**
 * A test runner of forty lines, so that the smoke tests run on any Node.js that `dist/` promises to run on, without an
 * install.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const tests = []

export function test(name, work) {
  tests.push({ name, work })
}

/** Runs the tests one after the other; closes with their counts as JSON. */
export async function run() {
  const counts = { passed: 0, failed: 0 }
  for (const { name, work } of tests) {
    try {
      await work()
      counts.passed++
      console.log(`  ok ${name}`)
    } catch (error) {
      counts.failed++
      console.log(`  FAILED ${name}`)
      console.error(error)
    }
  }
  process.exitCode = counts.failed === 0 ? 0 : 1
  console.log(JSON.stringify(counts))
}

/** This project as a newcomer has it, nothing installed: what Git tracks or would, in a repository of one commit. */
export function clone() {
  const folder = temporary()
  const { stdout } = start('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], ROOT)
  for (const path of new Set(stdout.split('\0').filter(Boolean))) {
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path), { verbatimSymlinks: true })
  }
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message=everything')
  return folder
}

export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-smoke-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a program; returns `{ status, stdout, stderr }`. */
export function start(program, args, cwd) {
  return spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, maxBuffer: Infinity })
}

export function git(folder, ...args) {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']
  const { status, stderr } = start('git', [...identity, '-C', folder, ...args], folder)
  if (status !== 0) throw new Error(stderr)
}
