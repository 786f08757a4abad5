/**
 * Runs the commands of the documentation and writes down what they print, so that no example can be untrue: CI runs
 * this and demands a clean tree. A shell block after `<!-- run -->` is executed (`<!-- run: exit 1 -->` where it has to
 * fail); a block after `<!-- output -->` that follows it is replaced by its output. Each file has a fresh clone of this
 * project, with what is not committed yet, and the command `cairn`; its blocks run one after the other.
 *
 *     npm run readme                      README.md and docs/*.md
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloneOf } from './readme/clone.ts'
import { runBlocks } from './readme/blocks.ts'
import { ROOT } from './root.ts'

const docs = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).sort()
for (const file of ['README.md', ...docs.map((name) => join('docs', name))]) {
  const path = join(ROOT, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes('<!-- run')) continue
  const clone = cloneOf(ROOT)
  try {
    const written = runBlocks(text, { file, ...clone })
    if (written.text !== text) writeFileSync(path, written.text)
    console.log(`${file}: ${written.count} blocks run${written.text === text ? '' : ', output rewritten'}`)
  } finally {
    clone.remove()
  }
}
