/**
 * Bundles the programs that are measured beside the command line as that is bundled, so that they run on every Node.js
 * and tokenise with the same parser.
 *
 *     node bench/programs.ts <folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { plainParserState } from '../scripts/build/plain-parser-state.ts'
import { ROOT } from '../scripts/root.ts'

const folder = process.argv[2] ?? join(ROOT, 'bench', 'corpora', 'programs')
const build = await rolldown({
  cwd: ROOT,
  input: { 'floor': 'bench/floor.ts', 'stages': 'bench/stages.ts', 'diff-stages': 'bench/diff-stages.ts' },
  platform: 'node',
  tsconfig: false,
  transform: { target: 'node20.19' },
  plugins: [plainParserState()],
})
const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' })
await build.close()
mkdirSync(folder, { recursive: true })
for (const file of output) if (file.type === 'chunk') writeFileSync(join(folder, file.fileName), file.code)
