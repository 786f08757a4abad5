/**
 * What a change of one file costs beside a check of everything: fresh processes without a cache, in turn. The effective
 * diff (`cairn diff HEAD~1 HEAD`) reads what the change can affect; the rules across the whole repository
 * (`cairn check HEAD~1..HEAD`) are timed apart. Then where the time of each goes.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpus, serviceName, type Corpus, type CorpusOptions } from './corpus.ts'

/** A corpus with a second commit that changes a value of one document, in the layer of a region. */
export function changedCorpus(root: string, options: CorpusOptions): Corpus {
  const made = corpus(root, options)
  const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...IDENTITY, ...args], { encoding: 'utf8' })
  if (git('rev-list', '--count', 'HEAD').trim() !== '1') return made
  const kind = options.kinds === undefined ? 'services' : 'kind-07'
  const path = join(root, 'environments', 'region-1', kind, `${serviceName(7)}.yaml`)
  if (!existsSync(path)) throw new Error(`${path} is not there`)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/cpu: (\d+)/, (_, cpu: string) => `cpu: ${(Number(cpu) % 16) + 1}`))
  git('commit', '--quiet', '--all', '--message=change', '--date=2026-01-02T00:00:00Z')
  return made
}

const IDENTITY = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', '-c', 'commit.gpgsign=false', '-c', 'gc.auto=0']

export interface ReviewRun {
  /** Runs the command line; returns milliseconds and what it printed. */
  readonly run: (...args: string[]) => { readonly milliseconds: number; readonly text: string }
  /** Runs the program that takes a comparison apart; milliseconds by stage. */
  readonly stages: () => ReadonlyMap<string, number>
  readonly rounds: number
  readonly median: (numbers: readonly number[]) => number
}

/** Measures and prints the three commands, and what each does with its time. */
export function measureReview(title: string, { run, stages, rounds, median }: ReviewRun): void {
  const commands = {
    check: ['check', '--at', 'HEAD'],
    diff: ['diff', 'HEAD~1', 'HEAD'],
    review: ['check', 'HEAD~1..HEAD', '--format', 'json', '--timing'],
  }
  for (const args of Object.values(commands)) run(...args) // warms the page cache
  const all = Array.from({ length: rounds }, () => {
    return { check: run(...commands.check), diff: run(...commands.diff), review: run(...commands.review) }
  })
  const of = (command: keyof typeof commands): string => {
    return median(all.map((round) => round[command].milliseconds)).toFixed(0)
  }
  const ratio = (command: keyof typeof commands): string => {
    return median(all.map((round) => round[command].milliseconds / round.check.milliseconds)).toFixed(2)
  }
  console.log(`\n${title}`)
  const [diff, review] = (['diff', 'review'] as const).map((one) => `${one} ${of(one)} ms, × ${ratio(one)}`)
  console.log(`check ${of('check')} ms; ${diff}; ${review}`)
  const timings = all.map((round) => new Map(timingOf(round.review.text)))
  const names = [...(timings[0]?.keys() ?? [])]
  const inReview = new Map(names.map((name) => [name, median(timings.map((one) => one.get(name) ?? 0))]))
  console.log(`diff by stage, ms:      ${cells(stages())}`)
  console.log(`review by stage, ms:    ${cells(inReview)}`)
}

function timingOf(text: string): [string, number][] {
  const { timing } = JSON.parse(text) as { readonly timing: readonly { stage: string; took: number }[] }
  return timing.map(({ stage, took }) => [stage, took])
}

function cells(stages: ReadonlyMap<string, number>): string {
  return [...stages].map(([stage, time]) => `${stage} ${time.toFixed(0)}`).join('  ')
}
