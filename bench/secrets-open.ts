/**
 * Opens every SOPS file of a folder in one process, MACs verified, and prints one line of JSON: milliseconds until the
 * first line runs, of loading the libraries, of the work, and memory. Where there is no file it ends at once, which is
 * what starting it costs. The key is in SOPS_AGE_KEY. Measured by `secrets.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAge } from '../src/adapters/age/age.ts'
import { createGoRegExp } from '../src/adapters/go-regexp.ts'
import { createSopsCipher } from '../src/adapters/sops/cipher.ts'
import { openDataKey } from '../src/adapters/sops/data-key.ts'
import { openSops } from '../src/stages/sops/open.ts'
import { readSops, sopsFormatOf } from '../src/stages/sops/read.ts'

/** Files whose data keys are unwrapped at once: X25519 runs in threads. */
const AT_ONCE = 8

const start = performance.now()
const [, , folder = '.'] = process.argv
const age = createAge()
const run = { cipher: createSopsCipher(), regexp: createGoRegExp() }
const names = readdirSync(folder)
const { identities } = await age.identities(names.length === 0 ? '' : (process.env['SOPS_AGE_KEY'] ?? ''))
const loaded = performance.now()

let values = 0
const open = async (name: string): Promise<void> => {
  const file = readSops(readFileSync(join(folder, name), 'utf8'), sopsFormatOf(name))
  if (!file.ok) throw new Error(`${name} is no SOPS file`)
  const key = await openDataKey(file.result.metadata, identities, age)
  const opened = key.ok ? openSops(file.result, key.result.dataKey, run) : key
  if (!opened.ok) throw new Error(`${name} does not open`)
  values += opened.result.leaves.length
}
const worker = async (): Promise<void> => {
  for (let name = names.pop(); name !== undefined; name = names.pop()) await open(name)
}
await Promise.all(Array.from({ length: AT_ONCE }, worker))
const done = performance.now()
const rss = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? process.resourceUsage().maxRSS) / 1024
console.log(JSON.stringify({ start, load: loaded - start, work: done - loaded, values, megabytes: rss }))
