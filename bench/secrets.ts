/**
 * Secrets against the real sops, in one run: 1,000 files opened in one process beside 1,000 processes of `sops decrypt`
 * (50 are run, and their median counts 1,000 times), one file of 1,000 values, and peak memory; then `cairn check` of
 * `dist/` on the same files as a repository. Rounds are interleaved, and whole processes are timed.
 *
 * What a file costs above start-up is told in two ways: above the same program on an empty folder, which loads no
 * library of age, and `cairn check --open` above `cairn check` on a repository with the same values in clear.
 *
 *     scripts/install-tools.sh && node bench/secrets.ts
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { lateCurves } from '../scripts/build/late-curves.ts'
import { plainParserState } from '../scripts/build/plain-parser-state.ts'
import { hostNode } from '../scripts/host-node.ts'
import { ROOT } from '../scripts/root.ts'
import { createAge } from '../src/adapters/age/age.ts'
import { createGoRegExp } from '../src/adapters/go-regexp.ts'
import { createSopsCipher } from '../src/adapters/sops/cipher.ts'
import { newDataKey, sealDataKey } from '../src/adapters/sops/data-key.ts'
import { newMapping, newText } from '../src/core/sops/document.ts'
import { sealSops } from '../src/stages/sops/seal.ts'

const FILES = 1000
const VALUES = 1000
const SPAWNS = 50
const ROUNDS = 5

interface Figures {
  /** Milliseconds of the whole process. */
  readonly whole: number
  /** Milliseconds of processor time, which other work on the machine hardly changes. */
  readonly busy: number
  readonly megabytes: number
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-secrets-'))
const age = createAge()
const identity = await age.generate('x25519')
const run = { cipher: createSopsCipher(), regexp: createGoRegExp() }
const env = { ...process.env, SOPS_AGE_KEY: identity.reveal(), NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined }

async function write(path: string, values: number): Promise<void> {
  const dataKey = newDataKey()
  const enc = (await sealDataKey(dataKey, identity.recipient, age)) ?? ''
  const root = newMapping(Array.from({ length: values }, (_, i) => [`value_${i}`, newText(`secret ${i} of ${path}`)] as const))
  const options = { format: 'yaml', dataKey, groups: [[{ recipient: identity.recipient, enc }]], macOnlyEncrypted: false } as const
  const selector = { kind: 'unencrypted_suffix', pattern: '_unencrypted' } as const
  const sealed = sealSops([{ root }], { ...options, selector, lastModified: '2026-11-23T12:00:00Z' }, run)
  if (!sealed.ok) throw new Error('the corpus could not be sealed')
  writeFileSync(path, sealed.result)
}

async function program(): Promise<string> {
  const build = await rolldown({
    cwd: ROOT,
    input: { open: 'bench/secrets-open.ts' },
    platform: 'node',
    tsconfig: false,
    resolve: { symlinks: false },
    transform: { target: 'node20.19' },
    plugins: [plainParserState(), lateCurves()],
  })
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' })
  await build.close()
  for (const chunk of output) if (chunk.type === 'chunk') writeFileSync(join(folder, chunk.fileName), chunk.code)
  return join(folder, 'open.mjs')
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number
}

type Program = readonly [program: string, args: readonly string[], cwd?: string]

/** Runs programs in turn, and gives the medians of each. */
function measure<Name extends string>(node: string, programs: Readonly<Record<Name, Program>>): Record<Name, Figures> {
  const rounds = Array.from({ length: ROUNDS }, () => mapValues(programs, (program) => once(node, program)))
  return mapValues(programs, (_, name) => ({
    whole: median(rounds.map((round) => round[name].whole)),
    busy: median(rounds.map((round) => round[name].busy)),
    megabytes: median(rounds.map((round) => round[name].megabytes)),
  }))
}

function mapValues<Name extends string, From, To>(
  values: Readonly<Record<Name, From>>,
  make: (value: From, name: Name) => To,
): Record<Name, To> {
  const entries = Object.entries(values) as [Name, From][]
  return Object.fromEntries(entries.map(([name, value]) => [name, make(value, name)])) as Record<Name, To>
}

/** Prints the peak and the processor time of a process when it ends, whatever it runs. */
const PEAK = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from 'node:fs'
  process.on('exit', () => {
    const peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
    const { user, system } = process.cpuUsage()
    writeSync(2, '\\npeak ' + peak[1] + ' busy ' + (user + system) / 1000 + '\\n')
  })`)}`

function once(node: string, [program, args, cwd = ROOT]: Program): Figures {
  const start = performance.now()
  const { status, stderr } = spawnSync(node, ['--import', PEAK, program, ...args], { cwd, env, encoding: 'utf8' })
  const whole = performance.now() - start
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`)
  const [, peak, busy] = /peak (\d+) busy (\S+)/.exec(stderr) ?? []
  return { whole, busy: Number(busy), megabytes: Number(peak) / 1024 }
}

/** A repository of one document a file. */
function repository(name: string, files: string, ending: string): string {
  const root = join(folder, name)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' })
  mkdirSync(join(root, 'environments', 'production'), { recursive: true })
  cpSync(files, join(root, 'environments', 'production', 'services'), { recursive: true })
  writeFileSync(join(root, '.sops.yaml'), `creation_rules:\n  - path_regex: ${ending}\n    age: ${identity.recipient}\n`)
  git('init', '--quiet')
  git('add', '--all')
  return root
}

function spawns(tool: string, path: string, times: number): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now()
      const { status } = spawnSync(tool, ['decrypt', path], { env, stdio: 'ignore' })
      if (status !== 0) throw new Error('sops could not open a file of the corpus')
      return performance.now() - start
    }),
  )
}

const [many, one, none, clear] = ['many', 'one', 'none', 'clear'].map((name) => join(folder, 'files', name)) as [string, string, string, string]
for (const path of [many, one, none, clear]) mkdirSync(path, { recursive: true })
for (let i = 0; i < FILES; i++) await write(join(many, `${i}.sops.yaml`), 10)
await write(join(one, 'large.sops.yaml'), VALUES)
writeFileSync(join(clear, 'large.yaml'), Array.from({ length: VALUES }, (_, i) => `value_${i}: secret ${i} of large\n`).join(''))
const path = await program()
const cli = join(ROOT, 'dist', 'cli.js')
const inMany = repository('repository-many', many, 'sops')
const inOne = repository('repository-one', one, 'sops')
const inClear = repository('repository-clear', clear, 'sops')

const { CAIRN_TOOLS, XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env
const sops = join(CAIRN_TOOLS ?? join(XDG_CACHE_HOME, 'cairn-tools'), 'sops-3.13.3')
if (!existsSync(sops)) console.log('the real sops is not there: scripts/install-tools.sh installs it')
const ms = (time: number): string => `${time.toFixed(0)} ms`
const above = (a: Figures, b: Figures): string => `${ms(a.whole - b.whole)} (${ms(a.busy - b.busy)} of processor time)`
const mb = ({ megabytes }: Figures): string => `peak ${megabytes.toFixed(0)} MB`

for (const node of new Set([process.execPath, hostNode()])) {
  const theirs = existsSync(sops) ? { small: spawns(sops, join(many, '0.sops.yaml'), SPAWNS), large: spawns(sops, join(one, 'large.sops.yaml'), 10) } : undefined
  const ours = measure(node, { none: [path, [none]], many: [path, [many]], one: [path, [one]] })
  const checks = measure(node, {
    clear: [cli, ['check'], inClear],
    keyless: [cli, ['check'], inOne],
    opened: [cli, ['check', '--open'], inOne],
    manyKeyless: [cli, ['check'], inMany],
    manyOpened: [cli, ['check', '--open'], inMany],
  })
  const load = (loadavg()[0] ?? 0).toFixed(1)
  console.log(`\n${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}, medians of ${ROUNDS}, load ${load}`)
  console.log(`${FILES} files in one process: ${ms(ours.many.whole)}, ${mb(ours.many)}`)
  if (theirs !== undefined) {
    console.log(`  ${FILES} × sops decrypt at ${theirs.small.toFixed(1)} ms: ${((theirs.small * FILES) / 1000).toFixed(1)} s, ${((theirs.small * FILES) / ours.many.whole).toFixed(0)} times as long`)
  }
  console.log(`one file of ${VALUES} values: ${above(ours.one, ours.none)} above start-up (${ms(ours.none.whole)}), ${mb(ours.one)}`)
  if (theirs !== undefined) console.log(`  sops decrypt: ${ms(theirs.large)} in all`)
  console.log(`cairn check, one file of ${VALUES} values: ${above(checks.opened, checks.clear)} with a key and ${above(checks.keyless, checks.clear)} without above the same values in clear (${ms(checks.clear.whole)})`)
  console.log(`cairn check, ${FILES} files: ${ms(checks.manyOpened.whole)} with a key, ${mb(checks.manyOpened)}; ${ms(checks.manyKeyless.whole)} without, ${mb(checks.manyKeyless)}`)
}
rmSync(folder, { recursive: true, force: true })
