import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** The golden cases, as `<stage>/<case>` and folder, sorted. */
export function caseFolders(): (readonly [string, string])[] {
  return readdirSync(here, { withFileTypes: true })
    .filter((stage) => stage.isDirectory())
    .flatMap((stage) => readdirSync(join(here, stage.name)).map((one) => `${stage.name}/${one}`))
    .filter((name) => existsSync(join(here, name, 'commands')))
    .sort()
    .map((name) => [name, join(here, name)] as const)
}
