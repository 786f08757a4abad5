/**
 * Measures `cairn watch --to` as an author waits for it: a real process over real files, from a change on disk to the
 * new file in the folder, and to the line that tells of it. Debouncing is part of it.
 *
 *     npm run build && node bench/watch.ts                this repository, 30 changes
 *     node bench/watch.ts --rounds 100 --large            and 20,000 files
 */
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { hostNode } from '../scripts/host-node.ts'
import { ROOT } from '../scripts/root.ts'
import { corpus, serviceName } from './corpus.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    large: { type: 'boolean', default: false },
    cli: { type: 'string', default: join(ROOT, 'dist', 'cli.js') },
  },
})
const rounds = Number(values.rounds)

interface Subject {
  readonly title: string
  readonly root: string
  /** The file that changes, what it says each time, and the file that follows. */
  readonly file: string
  readonly next: (text: string, i: number) => string
  readonly rendered: string
}

interface Line {
  readonly event: string
  readonly evaluated: number
  readonly milliseconds: number
}

async function measure(node: string, { title, root, file, next, rendered }: Subject): Promise<void> {
  const to = mkdtempSync(join(tmpdir(), 'cairn-bench-watch-'))
  const args = [values.cli, '-C', root, 'watch', '--to', to, '--format', 'json']
  const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: Line[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line) as Line))
  const first = performance.now()
  while (lines.length === 0) await setTimeout(2)
  const opened = performance.now() - first
  await setTimeout(values.large ? 5000 : 1500)
  const text = readFileSync(join(root, file), 'utf8')
  const written: number[] = []
  const told: number[] = []
  const own: number[] = []
  try {
    for (let i = 0; i < rounds; i++) {
      const before = statSync(join(to, rendered)).ino
      lines.length = 0
      const start = performance.now()
      writeFileSync(join(root, file), next(text, i))
      while (statSync(join(to, rendered)).ino === before) await setTimeout(1)
      written.push(performance.now() - start)
      while (lines.length === 0) await setTimeout(1)
      told.push(performance.now() - start)
      own.push(lines[0]?.milliseconds ?? 0)
      await setTimeout(600)
    }
  } finally {
    writeFileSync(join(root, file), text)
    child.kill('SIGINT')
    await new Promise((done) => child.once('close', done))
    rmSync(to, { recursive: true, force: true })
  }
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const load = (loadavg()[0] ?? 0).toFixed(1)
  console.log(`${title}; Node.js ${version}, ${rounds} changes, ${availableParallelism()} cores at load ${load}`)
  console.log(`  first round told after ${opened.toFixed(0)} ms`)
  console.log(`  change to new file:  median ${at(written, 0.5)} ms, nine of ten within ${at(written, 0.9)} ms`)
  console.log(`  change to its line:  median ${at(told, 0.5)} ms, nine of ten within ${at(told, 0.9)} ms; the round itself ${at(own, 0.5)} ms`)
}

function at(numbers: readonly number[], share: number): string {
  const sorted = [...numbers].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
}

/** A copy: this repository's own files stay as they are. */
function reference(): Subject {
  const root = mkdtempSync(join(tmpdir(), 'cairn-bench-reference-'))
  for (const folder of ['environments', 'schemas']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true })
  execFileSync('git', ['init', '-q', root])
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', '-c', 'commit.gpgsign=false']
  execFileSync('git', ['-C', root, 'add', '-A'])
  execFileSync('git', ['-C', root, ...identity, 'commit', '-qm', 'all'])
  return {
    title: 'the reference repository',
    root,
    file: 'environments/base/services/gateway.yaml',
    next: (text, i) => text.replace(/^log_level: .*$/m, `log_level: ${i % 2 === 0 ? 'debug' : 'error'}`),
    rendered: 'staging/services/gateway.yaml',
  }
}

function large(): Subject {
  const { root, files } = corpus(join(ROOT, 'bench', 'corpora', 'large'), { documents: 1000 })
  return {
    title: `${files} files`,
    root,
    file: `environments/region-1/services/${serviceName(7)}.yaml`,
    next: (text, i) => text.replace(/cpu: \d+/, `cpu: ${(i % 16) + 1}`),
    rendered: `environment-1/services/${serviceName(7)}.yaml`,
  }
}

const subject = reference()
try {
  for (const node of new Set([process.execPath, hostNode()])) await measure(node, subject)
} finally {
  rmSync(subject.root, { recursive: true, force: true })
}
if (values.large) await measure(process.execPath, large())
