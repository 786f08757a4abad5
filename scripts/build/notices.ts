import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

interface Package {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Licences that ask for no more than their text beside the code. */
const ACCEPTED = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD']

/**
 * The names, versions and licence texts of the packages that a bundle holds.
 *
 * @param modules absolute paths of the bundled files
 * @throws where a package has another licence than those accepted, or no licence text
 */
export function notices(modules: ReadonlySet<string>): string {
  const folders = new Set<string>()
  for (const module of modules) {
    const folder = packageFolder(module)
    if (folder !== undefined) folders.add(folder)
  }
  const packages = [...folders].map(readPackage).sort((a, b) => (a.folder < b.folder ? -1 : 1))
  return 'Packages in this folder, with their licences.\n' + packages.map(notice).join('')
}

function packageFolder(module: string): string | undefined {
  const marker = `${sep}node_modules${sep}`
  const at = module.lastIndexOf(marker)
  if (at < 0) return undefined
  const start = at + marker.length
  const [scope = '', name = ''] = module.slice(start).split(sep)
  return join(module.slice(0, start), scope.startsWith('@') ? join(scope, name) : scope)
}

function readPackage(folder: string): Package {
  const read = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Omit<Package, 'folder'>
  if (!ACCEPTED.includes(read.license)) throw new Error(`${read.name} is licensed under ${read.license}`)
  return { folder, name: read.name, version: read.version, license: read.license }
}

function notice({ folder, name, version, license }: Package): string {
  const file = readdirSync(folder).sort().find((candidate) => /^licen[cs]e/i.test(candidate))
  if (file === undefined) throw new Error(`${name} brings no licence text`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return `\n${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`
}
