/**
 * Measures whole commands as a person waits for them: fresh processes, interleaved, medians. Prints tables and says how
 * each command relates to the floor (read and tokenise the same files) and to bare Node.js, and where the time of a
 * cold `check` goes; what 20 schemas add to a `check` of the same documents; and what a change of one file costs beside
 * it. Ratios are medians of the ratios within a round: what slows the machine down slows both sides.
 *
 *     npm run build && npm run bench        this repository, 2,000 and 20,000 files, 7 rounds
 *     npm run bench -- --small              without the 20,000 files
 *     npm run bench -- --rounds 3
 *     npm run bench -- --only review        nothing but what a change of one file costs
 *
 * Node.js of the host is measured beside the one that the tools run on.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hostNode } from '../scripts/host-node.ts'
import { ROOT } from '../scripts/root.ts'
import { corpus, serviceName } from './corpus.ts'
import { changedCorpus, measureReview } from './review.ts'

const corpora = join(ROOT, 'bench', 'corpora')
const programs = join(corpora, 'programs')
const cli = join(ROOT, 'dist', 'cli.js')
const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' }, only: { type: 'string' } },
})
const rounds = Number(values.rounds)
/** The machine's own settings have no place in the figures: a list of certificates costs Node.js 20 some 40 ms. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined }

interface Subject {
  readonly title: string
  readonly root: string
  /** Environment, document and pointer that `explain` is asked about. */
  readonly question: readonly string[]
}

interface Command {
  readonly title: string
  readonly args: readonly string[]
}

interface Row {
  readonly title: string
  readonly milliseconds: number
  readonly perFloor: number
  readonly perNode: number
  readonly megabytes: number
}

const BARE = 0
const FLOOR = 1

function commandsFor({ root, question }: Subject): Command[] {
  const cairn = (title: string, ...args: string[]) => ({ title, args: [cli, '-C', root, ...args] })
  return [
    { title: 'bare node', args: ['-e', '0'] },
    { title: 'floor', args: [join(programs, 'floor.mjs'), root] },
    { title: '--version', args: [cli, '--version'] },
    cairn('check', 'check'),
    cairn('check --at HEAD', 'check', '--at', 'HEAD'),
    cairn('render --format json', 'render', '--format', 'json'),
    cairn('explain one value', 'explain', ...question),
    cairn('diff HEAD', 'diff', 'HEAD'),
  ]
}

function run(node: string, { title, args }: Command, options: readonly string[] = []) {
  const start = performance.now()
  const how = { maxBuffer: 1 << 30, env }
  const { status, stderr, output } = spawnSync(node, [...options, ...args], { ...how, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`${title} failed: ${stderr.toString().slice(0, 2000)}`)
  return { milliseconds, output }
}

/**
 * A process tells its peak through a descriptor of its own. That costs time, so such a run counts for nothing else.
 * Linux hands `maxRSS` down to what a process starts; the mark of the process alone is in /proc.
 */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(`
  import { existsSync, readFileSync, writeSync } from 'node:fs'
  process.on('exit', () => {
    const own = existsSync('/proc/self/status') ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined
    writeSync(3, own ?? String(process.resourceUsage().maxRSS))
  })`)}`

function peakMegabytes(node: string, command: Command): number {
  return Number(run(node, command, ['--import', TELL_MEMORY]).output[3]?.toString()) / 1024
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number
}

function measureCommands(node: string, commands: readonly Command[]): Row[] {
  // The first round warms the page cache.
  const memory = Array.from({ length: 3 }, () => commands.map((command) => peakMegabytes(node, command)))
  const times = Array.from({ length: rounds }, () => commands.map((command) => run(node, command).milliseconds))
  return commands.map(({ title }, i) => ({
    title,
    milliseconds: median(times.map((round) => round[i] ?? 0)),
    perFloor: median(times.map((round) => (round[i] ?? 0) / (round[FLOOR] ?? 1))),
    perNode: median(times.map((round) => (round[i] ?? 0) / (round[BARE] ?? 1))),
    megabytes: median(memory.map((round) => round[i] ?? 0)),
  }))
}

function measureStages(node: string, { title, root }: Subject, program = 'stages'): Map<string, number> {
  const all = Array.from({ length: rounds }, () => {
    const { output } = run(node, { title: `stages of ${title}`, args: [join(programs, `${program}.mjs`), root] })
    return JSON.parse(output[1]?.toString() ?? '{}') as Record<string, number>
  })
  return new Map(Object.keys(all[0] ?? {}).map((stage) => [stage, median(all.map((round) => round[stage] ?? 0))]))
}

const check = (root: string): Command => ({ title: `check of ${root}`, args: [cli, '-C', root, 'check'] })

/** What schemas cost: the same documents of 20 kinds, with a schema for each kind and without. */
function measureSchemas(node: string): void {
  const kinds = { documents: values.small ? 100 : 1000, kinds: 20 }
  const size = values.small ? 'small' : 'large'
  const bare = corpus(join(corpora, `${size}-kinds`), kinds)
  const told = corpus(join(corpora, `${size}-schemas`), { ...kinds, schemas: true })
  const [without, withThem] = [check(bare.root), check(told.root)]
  for (const command of [without, withThem]) run(node, command) // warms the page cache
  const pairs = Array.from({ length: rounds }, () => [run(node, without), run(node, withThem)] as const)
  const before = median(pairs.map(([one]) => one.milliseconds)).toFixed(0)
  const after = median(pairs.map(([, other]) => other.milliseconds)).toFixed(0)
  const ratio = median(pairs.map(([one, other]) => other.milliseconds / one.milliseconds)).toFixed(2)
  const more = (peakMegabytes(node, withThem) - peakMegabytes(node, without)).toFixed(0)
  console.log(`\n20 schemas for ${told.effective} effective documents; Node.js ${versionOf(node)}`)
  console.log(`check: ${before} ms without, ${after} ms with, × ${ratio}, ${more} MB more; without and with:`)
  for (const { root } of [bare, told]) printStages(measureStages(node, { title: root, root, question: [] }))
}

/** What the change of one file costs, with schemas and without. */
function measureReviews(node: string): void {
  const size = values.small ? 'small' : 'large'
  for (const schemas of [false, true]) {
    const options = { documents: values.small ? 100 : 1000, ...(schemas && { kinds: 20, schemas }) }
    const { root, files, effective } = changedCorpus(join(corpora, `${size}-change${schemas ? '-schemas' : ''}`), options)
    const title = `one of ${files} files changes, ${effective} effective documents, ${schemas ? '20 schemas' : 'no schema'}`
    measureReview(`${title}; Node.js ${versionOf(node)}`, {
      run: (...args) => {
        const { milliseconds, output } = run(node, { title: args.join(' '), args: [cli, '-C', root, ...args] })
        return { milliseconds, text: output[1]?.toString() ?? '' }
      },
      stages: () => measureStages(node, { title, root, question: [] }, 'diff-stages'),
      rounds,
      median,
    })
  }
}

function printRows(rows: readonly Row[]): void {
  console.log(`${'command'.padEnd(24)}      ms × floor  × node peak MB`)
  for (const { title, milliseconds, perFloor, perNode, megabytes } of rows) {
    const cells = [milliseconds.toFixed(0), perFloor.toFixed(2), perNode.toFixed(1), megabytes.toFixed(0)]
    console.log(title.padEnd(24) + cells.map((cell) => cell.padStart(8)).join(''))
  }
}

function printStages(stages: ReadonlyMap<string, number>): void {
  const cells = [...stages].map(([stage, time]) => `${stage} ${time.toFixed(0)}`)
  console.log(`check by stage, ms:     ${cells.join('  ')}`)
}

function subjects(): Subject[] {
  const own = { title: 'this repository', root: ROOT, question: ['production-eu', 'services/gateway', '/log_level'] }
  const sizes = values.small ? { small: 100 } : { small: 100, large: 1000 }
  const generated = Object.entries(sizes).map(([name, services]) => {
    const { root, files, effective } = corpus(join(corpora, name), { documents: services })
    const title = `${files} files, ${effective} effective documents`
    return { title, root, question: ['environment-3', `services/${serviceName(7)}`, '/resources/cpu'] }
  })
  return [own, ...generated]
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
}

// In a process of its own: the bundler's memory would make every fork of this one slower.
execFileSync(process.execPath, [join(ROOT, 'bench', 'programs.ts'), programs])
const nodes = new Map([process.execPath, hostNode()].map((node) => [versionOf(node), node]))
for (const subject of values.only === undefined ? subjects() : []) {
  for (const [version, node] of nodes) {
    const load = (loadavg()[0] ?? 0).toFixed(1)
    console.log(`\n${subject.title}; Node.js ${version}, medians of ${rounds}, ${availableParallelism()} cores at load ${load}`)
    printRows(measureCommands(node, commandsFor(subject)))
    printStages(measureStages(node, subject))
  }
}
if (values.only === undefined) for (const node of nodes.values()) measureSchemas(node)
for (const node of nodes.values()) measureReviews(node)
