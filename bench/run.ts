/**
 * Measures whole commands as a person waits for them: fresh processes, interleaved, medians. Prints a table and says
 * how each relates to the floor (read and tokenise the same files) and to bare Node.
 *
 *     npm run bench                   2,000 and 20,000 files, 7 rounds
 *     npm run bench -- --small        2,000 files only
 *     npm run bench -- --rounds 3
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { corpus, serviceName, type Corpus } from './corpus.ts'

const here = dirname(fileURLToPath(import.meta.url))
const cli = join(here, '..', 'dist', 'cli.js')
const { values } = parseArgs({
  options: { small: { type: 'boolean', default: false }, rounds: { type: 'string', default: '7' } },
})
const rounds = Number(values.rounds)

interface Command {
  readonly title: string
  readonly args: readonly string[]
}
interface Sample {
  readonly milliseconds: number
  readonly megabytes: number
}

function commandsFor({ root }: Corpus): Command[] {
  const cairn = (title: string, ...args: string[]) => ({ title, args: [cli, '-C', root, ...args] })
  return [
    { title: 'bare node', args: ['-e', '0'] },
    { title: 'floor: read and tokenise', args: [join(here, 'floor.ts'), root] },
    { title: '--version', args: [cli, '--version'] },
    cairn('check', 'check'),
    cairn('check --at HEAD', 'check', '--at', 'HEAD'),
    cairn('render --format json', 'render', '--format', 'json'),
    cairn('explain one value', 'explain', 'environment-3', `services/${serviceName(7)}`, '/resources/cpu'),
    cairn('diff HEAD (nothing changed)', 'diff', 'HEAD'),
  ]
}

/** Peak memory comes from the process itself, through a file descriptor of its own. */
const REPORT_MEMORY =
  'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))'

function measure({ args, title }: Command): Sample {
  const start = performance.now()
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', REPORT_MEMORY, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 30,
  })
  const milliseconds = performance.now() - start
  if (status !== 0) throw new Error(`${title} failed: ${stderr.toString().slice(0, 2000)}`)
  return { milliseconds, megabytes: Number(output[3]?.toString()) / 1024 }
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number

function run(made: Corpus): void {
  const commands = commandsFor(made)
  const samples = commands.map((): Sample[] => [])
  for (const command of commands) measure(command) // the first round warms the page cache
  for (let round = 0; round < rounds; round++) {
    for (const [i, command] of commands.entries()) samples[i]?.push(measure(command))
  }
  const times = samples.map((all) => median(all.map(({ milliseconds }) => milliseconds)))
  const [bare = 1, floor = 1] = times
  console.log(`\n${made.files} files, ${made.effective} effective documents; medians of ${rounds}, Node ${process.version}`)
  console.log('command                        ms   × floor  × node   peak MB')
  for (const [i, { title }] of commands.entries()) {
    const time = times[i] ?? 0
    const memory = median((samples[i] ?? []).map(({ megabytes }) => megabytes))
    const cells = [time.toFixed(0), (time / floor).toFixed(2), (time / bare).toFixed(1), memory.toFixed(0)]
    console.log(title.padEnd(28) + cells.map((cell) => cell.padStart(8)).join(''))
  }
}

mkdirSync(join(here, 'corpora'), { recursive: true })
run(corpus(join(here, 'corpora', 'small'), 100))
if (!values.small) run(corpus(join(here, 'corpora', 'large'), 1000))
