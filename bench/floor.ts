/**
 * What no design goes below: lists, reads and tokenises the files of a repository, and does nothing with them.
 *
 *     node bench/floor.ts <root>     a repository in Cairn's default layout, all of it YAML
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEvents } from 'js-yaml'

const root = process.argv[2] ?? '.'
const list = ['-C', root, 'ls-files', '-z', '--', 'environments']
const paths = execFileSync('git', list, { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\0')
let events = 0
for (const path of paths) {
  if (path.endsWith('.yaml')) events += parseEvents(readFileSync(join(root, path), 'utf8'), {}).length
}
process.stdout.write(`${events} events\n`)
