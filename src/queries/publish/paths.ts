import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inEnvironment } from '../../core/place.ts'
import { MANIFEST_FILE, OWN_FILES, SEALED_FILE } from '../../core/publication.ts'
import { isPlainPath } from '../../stages/publish/read-manifest.ts'
import type { Gathering } from './gather.ts'

/** What an environment publishes, as far as its paths go. */
export type Published = Pick<Gathering, 'name' | 'artifacts' | 'secrets'>

interface File {
  /** Below the environment's folder. */
  readonly path: string
  /** Who needs it. */
  readonly of: string
}

/** Says which files cannot stand beside each other in a folder, or would leave it: names come from documents too. */
export function checkPaths(environment: Published, report: Report): void {
  const tell = teller(environment.name, report)
  const files = filesOf(environment)
  const owners = new Map<string, string>()
  for (const { path, of } of files) {
    if (!isPlainPath(path)) {
      tell('publish/bad-path', say`${name(of)} cannot be published: ${name(path)} is no path below a folder`)
      continue
    }
    if (isTooLong(path)) tell('publish/bad-path', say`${name(of)} cannot be published: file systems have no names of more than ${LONGEST_NAME} bytes`)
    const owner = owners.get(folded(path))
    if (owner === undefined) owners.set(folded(path), of)
    else tell('publish/taken-path', say`${name(of)} and ${name(owner)} would both be ${name(path)}${CASE}`)
  }
  for (const { path, of } of files) {
    const owner = foldersOf(folded(path)).map((folder) => owners.get(folder)).find((one) => one !== undefined)
    if (owner !== undefined) tell('publish/taken-path', say`${name(of)} needs a folder where ${name(owner)} is a file${CASE}`)
  }
  checkMade(environment, report)
}

/** Says which deployments would take each other's place where they are started. */
function checkMade({ name: environment, artifacts }: Published, report: Report): void {
  const owners = new Map<string, string>()
  for (const { document, makes = [] } of artifacts) {
    for (const one of makes) {
      const owner = owners.get(one)
      if (owner === undefined) owners.set(one, document)
      else if (owner !== document) teller(environment, report)('publish/taken-path', say`${name(document)} and ${name(owner)} would both be ${name(one)}`)
    }
  }
}

/** Says which environments cannot have folders beside each other. */
export function checkFolders(environments: readonly Published[], report: Report): void {
  const known = new Map<string, Published>()
  for (const environment of environments) {
    const tell = teller(environment.name, report)
    const folder = folded(environment.name)
    const other = known.get(folder)
    if (!isPlainPath(environment.name) || isTooLong(environment.name)) {
      tell('publish/bad-path', say`${name(environment.name)} cannot be the name of a folder`)
    } else if (OWN_FILES.some((file) => folder === file || folder.startsWith(`${file}/`))) {
      tell('publish/taken-path', say`${name(environment.name)} is the name of a file that every publication has`)
    } else if (other !== undefined) {
      tell('publish/taken-path', say`${name(environment.name)} and ${name(other.name)} would have one folder${CASE}`)
    }
    known.set(folder, environment)
  }
  for (const environment of environments) {
    for (const folder of foldersOf(folded(environment.name))) {
      const outer = known.get(folder)
      const taken = outer && takenIn(outer, folded(environment.name).slice(folder.length + 1))
      if (outer === undefined || taken === undefined) continue
      const where = say`a folder in that of ${name(outer.name)}, where ${name(taken.of)} has ${name(taken.path)}`
      const said = say`${name(environment.name)} is ${where}`
      teller(environment.name, report)('publish/taken-path', said)
    }
  }
}

function teller(environment: string, report: Report) {
  return (rule: 'publish/bad-path' | 'publish/taken-path', said: ReturnType<typeof say>): void => {
    report(finding(rule, inEnvironment(environment), said, { environment }))
  }
}

function filesOf({ artifacts, secrets }: Published): File[] {
  return [
    { path: MANIFEST_FILE, of: 'the manifest' },
    { path: SEALED_FILE, of: 'the list of sealed leaves' },
    ...artifacts.map(({ path, document }) => ({ path, of: document })),
    ...secrets.map(({ path, source }) => ({ path, of: source.path })),
  ]
}

/** The file that a folder in an environment's would take the place of, or stand beside. */
function takenIn(environment: Published, folder: string): File | undefined {
  return filesOf(environment).find(({ path }) => {
    const file = folded(path)
    return file === folder || file.startsWith(`${folder}/`) || folder.startsWith(`${file}/`)
  })
}

/** A path as file systems see it that tell neither case nor composed characters apart: they would lose one of two. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase()
const CASE = say` (not all file systems tell upper and lower case apart)`

/** The folders that a path leads through. */
function foldersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('/'))
}

const LONGEST_NAME = 255
const isTooLong = (path: string): boolean => path.split('/').some((segment) => Buffer.byteLength(segment) > LONGEST_NAME)
