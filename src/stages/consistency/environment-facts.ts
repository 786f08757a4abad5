import type { Environment } from '../../core/environment.ts'
import type { Tokens } from '../../core/pointer.ts'
import { factAt, type Fact } from './facts.ts'

/** What an environment says at a pointer: `/name`, or something in its labels or variables. */
export function environmentFact(environment: Environment, [part, ...below]: Tokens): Fact {
  if (part === 'name') return environment.name
  return factAt(part === 'labels' ? environment.labels : environment.variables, below)
}

/** The stages that services go through, and how people call them. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['dev', 'development'],
  ['develop', 'development'],
  ['development', 'development'],
  ['qa', 'testing'],
  ['test', 'testing'],
  ['testing', 'testing'],
  ['stage', 'staging'],
  ['staging', 'staging'],
  ['stg', 'staging'],
  ['live', 'production'],
  ['prd', 'production'],
  ['prod', 'production'],
  ['production', 'production'],
])

/** The stage that a text names as a whole: `prod` is production. */
export function stageNamed(text: string): string | undefined {
  return STAGES.get(text.toLowerCase())
}

/** The stage of an environment by its name or the nearest name that it inherits: `prod-eu` is production. */
export function stageOf({ lineage }: Environment): string | undefined {
  for (const name of lineage) {
    const stages = new Set<string>()
    // `pre-production` and `non-prod` are not production.
    const words = name.toLowerCase().split(/[^a-z]+/)
    if (words.includes('pre') || words.includes('non')) return undefined
    for (const word of words) {
      const stage = STAGES.get(word)
      if (stage !== undefined) stages.add(stage)
    }
    if (stages.size > 0) return stages.size === 1 ? [...stages][0] : undefined
  }
  return undefined
}
