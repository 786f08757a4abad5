import { join } from 'node:path'
import { golden, reportsOf } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const FOLDER = join(import.meta.dirname, 'expected')

/** What is kept of each scenario, by file: the comment and what a terminal shows. */
export async function* reviewGoldens(): AsyncGenerator<readonly [file: string, text: string]> {
  for (const scenario of SCENARIOS) {
    const { comment, terminal } = await reportsOf(scenario)
    yield [join(FOLDER, `${scenario.name}.md`), golden(comment)]
    yield [join(FOLDER, `${scenario.name}.txt`), golden(terminal)]
  }
}
