/** What no design goes below: lists, reads and tokenises the files of a repository, and does nothing with them. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEvents } from 'js-yaml'

const root = process.argv[2] ?? '.'
const paths = execFileSync('git', ['-C', root, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\0')
let events = 0
for (const path of paths) {
  if (path.endsWith('.yaml')) events += parseEvents(readFileSync(join(root, path), 'utf8'), {}).length
}
process.stdout.write(`${events} events\n`)
