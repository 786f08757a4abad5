import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import {
  HYDRATOR_FILE, MANIFEST_FILE, territoryOf, type DigestOf, type EnvironmentManifest, type ManifestEnvironment,
  type ManifestFile, type ManifestInput, type PublicationManifest, type PublishedEntry, type PublishedFiles,
} from '../../core/publication.ts'

export interface FilesInput {
  readonly files: PublishedFiles
  readonly manifest: PublicationManifest
  /** Reads an environment's manifest; undefined for what is none. */
  readonly readEnvironment: (bytes: Uint8Array) => EnvironmentManifest | undefined
  /** Whether a path stays below its folder and is written in one way only. */
  readonly isPlainPath: (path: string) => boolean
  /** Whether nothing but the publication may lie there: not so on a branch that others use too. */
  readonly exclusive: boolean
  /** The files at the root that no manifest lists. */
  readonly own: readonly string[]
  readonly digest: DigestOf
}

/** What the manifests say, as far as they could be read. */
export interface ListedFiles {
  /** How many files lie beside the publication, on a branch for several. */
  readonly beside: number
  readonly environments: readonly EnvironmentManifest[]
  /** All files that the manifests list, the environments' manifests among them. */
  readonly listed: readonly ManifestInput[]
}

/** Largest file that is read, in bytes. */
export const MAX_FILE = 100_000_000

/**
 * Holds the files of a publication against its manifests: every listed file is there with its size and digest, is a
 * file, and there are no others. A finding is at the file that it is about.
 */
export function verifyFiles(input: FilesInput, report: Report): ListedFiles {
  const run = new Verification(input, report)
  for (const environment of input.manifest.environments) run.verifyEnvironment(environment)
  run.verifyEntries()
  return run
}

class Verification implements ListedFiles {
  readonly environments: EnvironmentManifest[] = []
  readonly listed: ManifestInput[] = []
  beside = 0
  readonly #input: FilesInput
  readonly #report: Report
  readonly #known: Set<string>
  readonly #there: ReadonlySet<string>

  constructor(input: FilesInput, report: Report) {
    this.#input = input
    this.#report = report
    this.#known = new Set([MANIFEST_FILE, ...input.own])
    this.#there = new Set(input.files.entries.map(({ path }) => path))
  }

  verifyEnvironment(one: ManifestEnvironment): void {
    const { path } = one.manifest
    const folder = `${one.name}/`
    if (path !== `${folder}${MANIFEST_FILE}` || this.#known.has(path)) {
      const said = this.#known.has(path) ? say`lists ${name(path)} twice` : say`lists ${name(path)} as the manifest of ${name(one.name)}`
      this.#tell('verify/bad-manifest', MANIFEST_FILE, said)
      return
    }
    const bytes = this.#verifyFile(one.manifest, '')
    if (bytes === undefined) {
      // What it lists cannot be known, so that nothing is told of what lies there.
      for (const entry of this.#there) if (entry.startsWith(folder)) this.#known.add(entry)
      return
    }
    const environment = this.#input.readEnvironment(bytes)
    if (environment?.environment !== one.name) {
      this.#tell('verify/bad-manifest', path, say`is no manifest of ${name(one.name)} that Cairn writes`)
      for (const entry of this.#there) if (entry.startsWith(folder)) this.#known.add(entry)
      return
    }
    this.environments.push(environment)
    const { artifacts, secrets, sealed } = environment
    for (const file of [...artifacts, ...secrets, ...(sealed === null ? [] : [sealed])]) {
      if (this.#known.has(folder + file.path)) this.#tell('verify/bad-manifest', path, say`lists ${name(file.path)} twice`)
      else this.#verifyFile(file, folder)
    }
  }

  #verifyFile(file: ManifestFile, folder: string): Uint8Array | undefined {
    const path = folder + file.path
    const { files, digest } = this.#input
    this.#known.add(path)
    this.listed.push({ path, sha256: file.sha256 })
    if (!this.#there.has(path)) {
      this.#tell('verify/missing-file', path, say`is in the manifest and not there`)
      return undefined
    }
    const bytes = files.read(path, MAX_FILE)
    const sum = bytes && digest(bytes)
    if (bytes?.byteLength === file.size && sum === file.sha256) return bytes
    const isFile = sum !== undefined
    // Of what is no file that is told.
    if (!isFile && files.entries.some((entry) => entry.path === path && entry.type !== 'file')) return undefined
    this.#tell('verify/changed-file', path, isFile
      ? say`is not the file that was published: its SHA-256 starts with ${name(sum.slice(0, 12))}, that in the manifest with ${name(file.sha256.slice(0, 12))}`
      : say`cannot be read, or has more than ${MAX_FILE} bytes: it is not the file that the manifest lists`)
    return undefined
  }

  verifyEntries(): void {
    const { files, manifest, exclusive } = this.#input
    const isNear = territoryOf(manifest.environments.map((one) => ({ ...one, name: folded(one.name) })))
    const isOurs = territoryOf(manifest.environments)
    const spellings = new Map<string, string>()
    for (const entry of files.entries) {
      const { path } = entry
      const near = folded(path)
      const problem = this.#problemOf(entry, spellings.get(near))
      const isTheirs = !exclusive && !isNear(near) && problem?.rule !== 'verify/bad-path'
      if (!spellings.has(near)) spellings.set(near, path)
      // Another hydrator may have written it on a branch for several.
      if (isTheirs || (!exclusive && path === HYDRATOR_FILE && !this.#known.has(path))) {
        this.beside++
        continue
      }
      if (problem !== undefined) this.#tell(problem.rule, path, problem.said)
      else if (this.#known.has(path)) continue
      else if (exclusive || isOurs(path)) this.#tell('verify/extra-file', path, say`is in no manifest: the publication did not bring it`)
      else this.#tell('verify/bad-path', path, say`is the publication's own place but for upper and lower case: some file systems make them one`)
    }
  }

  #problemOf({ path, type }: PublishedEntry, same: string | undefined): Problem | undefined {
    if (!this.#input.isPlainPath(path)) return { rule: 'verify/bad-path', said: say`leads out of the publication, or is no plain path` }
    if (same === path) return { rule: 'verify/bad-path', said: say`is there twice: readers may take either` }
    if (same !== undefined) return { rule: 'verify/bad-path', said: say`differs from ${name(same)} in upper and lower case alone: some file systems make them one` }
    if (type === 'file') return undefined
    // What the publication did not bring is told as that.
    if (type === 'executable' && !this.#known.has(path)) return undefined
    if (type === 'executable') return { rule: 'verify/changed-file', said: say`is executable now: Cairn publishes no programs` }
    return { rule: 'verify/not-a-file', said: say`is ${type === 'symlink' ? say`a link` : say`no file`}: a publication consists of files` }
  }

  #tell(rule: Parameters<typeof finding>[0], path: string, said: Message): void {
    this.#report(finding(rule, inFile(path), said))
  }
}

interface Problem {
  readonly rule: 'verify/bad-path' | 'verify/not-a-file' | 'verify/changed-file'
  readonly said: Message
}

/** As file systems compare names that do not tell upper from lower case. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
