import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const { CAIRN_TOOLS: named, XDG_CACHE_HOME: cache = join(homedir(), '.cache') } = process.env
const folder = named ?? join(cache, 'cairn-tools')

/** Where `scripts/install-tools.sh` has put a program or a link to it; `undefined` where it has not. */
export function toolOf(name: string): string | undefined {
  const path = join(folder, name)
  return existsSync(path) ? path : undefined
}

/** What the title of a test ends with that is skipped for want of a program; empty where it is there. */
export function unlessThere(name: string): string {
  return toolOf(name) === undefined ? ` (${name} is not in ${folder}: scripts/install-tools.sh installs it)` : ''
}
