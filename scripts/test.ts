/**
 * Runs every test and closes with a line of its own: `N passed, N failed`. The unit tests run with vitest on the
 * devDependency `node`; the smoke tests run `dist/` on the Node.js that npm itself runs on, which is what a user has.
 *
 *     npm test                            everything
 *     npm test -- test/merge -t 'a name'  what vitest makes of these arguments, without the smoke tests
 */
import { join } from 'node:path'
import { ROOT } from './root.ts'
import { add, closingLine, isGood, NONE } from './test/counts.ts'
import { runSmoke } from './test/smoke.ts'
import { listTools } from './test/tools.ts'
import { runUnits } from './test/units.ts'

const filters = process.argv.slice(2)
let counts = add(NONE, runUnits(ROOT, filters))
if (filters.length === 0) {
  counts = add(counts, runSmoke(join(ROOT, 'test', 'smoke')))
  listTools(ROOT)
}

console.log(`\n${closingLine(counts)}`)
process.exitCode = isGood(counts) ? 0 : 1
