import { dirname, join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say, type Message } from '../../core/message.ts'
import { CHAIN_FILE, MANIFEST_FILE, type Published, type Target, type TargetChange } from '../../core/publication.ts'
import { isCommit, isObject, parsedJson } from '../../core/untrusted.ts'
import { codeOf } from '../error-code.ts'
import { failpoint } from './failpoint.ts'
import { publishedFolder } from './published-folder.ts'
import { isAbandoned, unfinishedName } from './unfinished.ts'
import { disk, diskFailure, type Disk } from './world.ts'

const VERSIONS = 'versions'
const CURRENT = 'current'
/** In a version that brings no files: the newest commit, and the version whose files go on. */
const ADVANCE_FILE = 'advance.json'
const VERSION = /^[0-9]{8}$/
const CURRENT_LINK = /^versions[\\/]([0-9]{8})$/
/** What a version is called while it is written, and once it is being taken away. */
const NEW = '.new'
const OLD = '.old'
/** What the link is called before it is swapped in. */
const LINK = `.${CURRENT}`

export interface DirectoryOptions {
  /** How many versions with files stay, the current one among them. */
  readonly keep?: number
  readonly world?: Disk
}

/**
 * A folder with numbered versions, each whole, and the link `current` to one of them, swapped by a rename.
 *
 * A version is written aside and gets its number by a rename too, which fails where somebody else took the number: no
 * lock is held that a killed run could leave behind. Whoever was killed before the swap has it done by the next run.
 */
export function directoryTarget(path: string, target: string, options: DirectoryOptions = {}): Target {
  const { keep = 10, world = disk } = options
  const folder = new VersionFolder(path, world)
  const guarded = async <T>(doing: 'reading' | 'writing', work: () => T): Promise<T> => {
    try {
      return await Promise.resolve(work())
    } catch (error) {
      throw diskFailure(error, path, doing)
    }
  }
  return {
    name: target,
    canAdvance: true,
    settle: () => guarded('writing', () => { folder.settle(keep) }),
    read: () => guarded('reading', () => folder.read()),
    apply: (change) => guarded('writing', () => folder.apply(change, keep)),
    close: () => Promise.resolve(),
  }
}

interface Advance {
  readonly newest: string
  readonly version: string
}

/** Anybody may have changed the file since it was written. */
function isAdvance(data: unknown): data is Advance {
  return isObject(data) && isCommit(data['newest']) && typeof data['version'] === 'string' && VERSION.test(data['version'])
}

interface Latest {
  /** The version with the highest number. */
  readonly latest: string
  /** The one whose files count: that one, or one before it. */
  readonly content: string
  /** The newest commit, where it brought no files. */
  readonly newest: string | undefined
}

class VersionFolder {
  readonly #path: string
  readonly #world: Disk

  constructor(path: string, world: Disk) {
    this.#path = path
    this.#world = world
  }

  settle(keep: number): void {
    const { latest } = this.#state()
    if (latest !== undefined) this.#swap()
    this.#tidy(keep)
  }

  read(): Published {
    const there = this.#latest()
    if (there === undefined) return { revision: '0', files: undefined, newest: undefined }
    const { latest, content, newest } = there
    this.#mustBeReadable(content)
    return { revision: String(Number(latest)), files: publishedFolder(this.#in(VERSIONS, content)), newest }
  }

  /** What another user has written for nobody else would look like something that no publication wrote. */
  #mustBeReadable(content: string): void {
    for (const file of [MANIFEST_FILE, CHAIN_FILE]) {
      if (this.#isFile(VERSIONS, content, file)) this.#world.read(this.#in(VERSIONS, content, file))
    }
  }

  apply(change: TargetChange, keep: number): 'applied' | 'moved' {
    const version = numbered(Number(change.on.revision) + 1)
    const staged = this.#in(VERSIONS, unfinishedName(NEW))
    try {
      this.#stage(staged, change)
      failpoint('directory/staged')
      if (!this.#claim(staged, version)) return 'moved'
    } finally {
      this.#world.remove(staged)
    }
    failpoint('directory/claimed')
    if (!this.#goesOn(version, change)) return 'moved'
    this.#swap()
    failpoint('directory/swapped')
    this.#tidy(keep)
    failpoint('directory/pruned')
    return 'applied'
  }

  /**
   * Whether what was published since goes on from a version. Where so much was that its number had been given before
   * and taken away again, it does not.
   */
  #goesOn(version: string, { files }: TargetChange): boolean {
    const { latest, content } = this.#latest() as Latest
    if (latest === version) return true
    const own = files.find(({ path }) => path === CHAIN_FILE)?.bytes
    if (own === undefined || !this.#isFile(VERSIONS, content, CHAIN_FILE)) return false
    const chain = this.#world.read(this.#in(VERSIONS, content, CHAIN_FILE))
    return Buffer.compare(chain.subarray(0, own.byteLength), own) === 0
  }

  #stage(staged: string, { does, on, files, newest }: TargetChange): void {
    this.#world.makeFolder(staged)
    if (does === 'publish') {
      for (const { path, bytes } of files) this.#world.write(join(staged, path), bytes)
      return
    }
    const version = this.#contentOf(numbered(Number(on.revision)))
    const advance: Advance = { newest, version }
    this.#world.write(join(staged, ADVANCE_FILE), Buffer.from(`${JSON.stringify(advance)}\n`))
  }

  /** Gives a finished version its number, unless somebody else has. */
  #claim(staged: string, version: string): boolean {
    try {
      this.#world.rename(staged, this.#in(VERSIONS, version))
      return true
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error)) && this.#has(VERSIONS, version)) return false
      throw error
    }
  }

  /** Lets `current` lead to the files of the latest version, as often as others publish meanwhile. */
  #swap(): void {
    for (;;) {
      const to = this.#latest()
      if (to === undefined || this.#current() === to.content) return
      const link = this.#in(unfinishedName(LINK))
      this.#world.link(join(VERSIONS, to.content), link)
      failpoint('directory/linked')
      try {
        this.#world.rename(link, this.#in(CURRENT))
      } catch (error) {
        this.#world.remove(link)
        throw error
      }
    }
  }

  /** What cannot be taken away now, a later run takes away: it keeps nothing from being published. */
  #tidy(keep: number): void {
    try {
      this.#prune(keep)
      for (const entry of this.#entries('')) {
        const at = this.#in(entry)
        if (entry.startsWith(`${LINK}-`) && isAbandoned(entry, this.#world.lstat(at).mtimeMs)) this.#world.remove(at)
      }
      for (const entry of this.#entries(VERSIONS)) {
        const at = this.#in(VERSIONS, entry)
        if (entry.startsWith(`${NEW}-`) && isAbandoned(entry, this.#world.lstat(at).mtimeMs)) this.#retire(entry)
        if (entry.startsWith(`${OLD}-`)) this.#world.remove(at)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error
    }
  }

  #prune(keep: number): void {
    const { versions } = this.#state()
    const there = this.#latest()
    const withFiles = versions.filter((version) => !this.#has(VERSIONS, version, ADVANCE_FILE))
    const staying = new Set([...withFiles.slice(-keep), there?.latest, there?.content, this.#current()])
    for (const version of versions) if (!staying.has(version)) this.#retire(version)
  }

  /** Renamed before it goes, so that none is ever seen in part, and whoever still writes it notices. */
  #retire(version: string): void {
    const old = this.#in(VERSIONS, unfinishedName(OLD))
    try {
      this.#world.rename(this.#in(VERSIONS, version), old)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return // another run has taken it away
      throw error
    }
    this.#world.remove(old)
  }

  /** @throws Failure where the folder is used for something else */
  #state(): { readonly versions: readonly string[]; readonly latest: string | undefined } {
    const entries = this.#entries('')
    if (!entries.includes(VERSIONS)) {
      const stray = entries.find((entry) => !entry.startsWith(`${LINK}-`))
      if (stray === undefined) return { versions: [], latest: undefined }
      throw foreign(this.#path, say`it has ${name(stray)} and no folder ${name(VERSIONS)}`)
    }
    const listed = this.#entries(VERSIONS)
    const versions = listed.filter((entry) => VERSION.test(entry)).sort()
    const stray = versions.length > 0 ? undefined : listed.find((entry) => !/^\.(?:new|old)-/.test(entry))
    if (stray === undefined) return { versions, latest: versions.at(-1) }
    throw foreign(this.#path, say`what is in its folder ${name(VERSIONS)}, such as ${name(stray)}, is none`)
  }

  #entries(folder: string): string[] {
    try {
      return this.#world.list(this.#in(folder))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    }
  }

  #contentOf(version: string): string {
    return this.#advanceIn(version)?.version ?? version
  }

  /** What counts now. Where more was published meanwhile, what was looked at may have gone: then once more. */
  #latest(): Latest | undefined {
    for (;;) {
      const { latest } = this.#state()
      if (latest === undefined) return undefined
      try {
        const advance = this.#advanceIn(latest)
        return { latest, content: advance?.version ?? latest, newest: advance?.newest }
      } catch (error) {
        if (this.#state().latest === latest) throw error
      }
    }
  }

  #advanceIn(version: string): Advance | undefined {
    const file = this.#in(VERSIONS, version, ADVANCE_FILE)
    if (!this.#has(VERSIONS, version, ADVANCE_FILE)) return undefined
    const isFile = this.#isFile(VERSIONS, version, ADVANCE_FILE)
    const data = isFile ? parsedJson(this.#world.read(file).toString('utf8')) : undefined
    if (isAdvance(data) && data.version < version && this.#has(VERSIONS, data.version)) return data
    throw new Failure(
      'broken',
      say`${name(file)} is not as Cairn writes it: the folder is damaged`,
      say`remove ${name(dirname(file))}, and publish again: what it has beside is whole`,
    )
  }

  /** The version that the link leads to, if it is a link that is made here. */
  #current(): string | undefined {
    try {
      const [, version] = CURRENT_LINK.exec(this.#world.readLink(this.#in(CURRENT))) ?? []
      return version
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      if (codeOf(error) !== 'EINVAL') throw error
      throw new Failure('usage', say`${name(this.#in(CURRENT))} is not a link`, say`remove it: it is made anew`)
    }
  }

  #has(...path: readonly string[]): boolean {
    return this.#world.lstat(this.#in(...path), { throwIfNoEntry: false }) !== undefined
  }

  /** A pipe that somebody put there would be waited for, and a link may lead to a device without an end. */
  #isFile(...path: readonly string[]): boolean {
    return this.#world.lstat(this.#in(...path), { throwIfNoEntry: false })?.isFile() === true
  }

  #in(...path: readonly string[]): string {
    return join(this.#path, ...path)
  }
}

function foreign(path: string, why: Message): Failure {
  const said = say`${name(path)} is no folder of publications: ${why}`
  return new Failure('usage', said, say`name an empty folder, or one that does not exist yet`)
}

/** As many digits as sort. */
function numbered(version: number): string {
  return String(version).padStart(8, '0')
}
