import {
  lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { PublicationFile } from '../../core/publication.ts'
import { makeFolders } from '../make-folders.ts'
import { codeOf } from '../error-code.ts'
import { claim, clearClaims } from '../targets/claim.ts'
import { disk } from '../targets/world.ts'

/** What was done to a folder. */
export interface Written {
  /** Paths of files that were written, new ones and changed ones. */
  readonly written: readonly string[]
  readonly removed: readonly string[]
  /** How many files there are now. */
  readonly total: number
}

/** A folder that no other watch writes to until it is released. */
export interface ClaimedFolder {
  readonly folder: RenderedFolder
  readonly release: () => void
}

/** Two that start together both see the other, once. */
const PATIENCE_MS = 500

/**
 * Takes a folder for one watch.
 *
 * @param path absolute
 * @param isPlain tells paths of files below a folder from all others
 * @throws Failure where another watch has it, it is used for something else, or cannot be written to
 */
export async function claimFolder(path: string, isPlain: IsPlainPath): Promise<ClaimedFolder> {
  // Only a folder that is ours has a place for the claim.
  const folder = new RenderedFolder(path, isPlain)
  const release = await claimed(path)
  // What there is may have changed until the claim was had.
  folder.look()
  return { folder, release }
}

async function claimed(path: string): Promise<() => void> {
  const list = join(path, OWN, LIST)
  const waiting = { patience: PATIENCE_MS, atWork: say`no other cairn watch writes to ${name(path)}` }
  try {
    const { release } = await claim(list, 'watch', disk, waiting)
    clearClaims(list, disk)
    return release
  } catch (error) {
    if (error instanceof Failure) throw error
    // Some shared folders know no second name of a file: nobody can be kept from such a one.
    if (['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(codeOf(error))) return () => undefined
    throw new Failure('broken', say`${name(path)} cannot be written to (${name(codeOf(error))})`)
  }
}

type IsPlainPath = (path: string) => boolean

/** What is ours besides rendered files: the list of them, and the file that is being written. */
const OWN = '.cairn-watch'
const LIST = 'files.json'
const NEW = 'new'
const GITIGNORE = '.gitignore'

/**
 * A folder of rendered files. It is ours alone: it has a list of the files that were written, and nothing else is ever
 * replaced or removed. Each file is written aside and renamed; those that say the same already are left alone.
 */
export class RenderedFolder {
  readonly #path: string
  readonly #isPlain: IsPlainPath
  /** Rendered files by path; undefined as long as nobody has looked at what is there. */
  readonly #files = new Map<string, Uint8Array | undefined>()
  readonly #folders = new Set<string>()

  /**
   * @param path absolute
   * @param isPlain tells paths of files below a folder from all others
   * @throws Failure where the folder is used for something else, or cannot be written to
   */
  constructor(path: string, isPlain: IsPlainPath) {
    this.#path = path
    this.#isPlain = isPlain
    this.look()
  }

  /**
   * Finds out what is there of ours; a folder that nobody uses becomes ours.
   *
   * @throws Failure as the constructor does
   */
  look(): void {
    this.#guard(() => {
      makeFolders(resolve(this.#path))
      const entries = readdirSync(this.#path)
      const listed = entries.includes(OWN) ? this.#readList() : undefined
      if (listed === undefined) this.#takeOver(entries)
      this.#files.clear()
      for (const one of listed ?? []) this.#files.set(one, undefined)
    })
  }

  /**
   * Makes the folder hold these files and no others of ours.
   *
   * @throws Failure where a file of somebody else is in the way, or the folder cannot be written to
   */
  write(files: readonly PublicationFile[]): Written {
    return this.#guard(() => {
      const wanted = new Map(files.map(({ path, bytes }) => [path, bytes]))
      const stale = [...this.#files.keys()].filter((path) => !wanted.has(path))
      const fresh = [...wanted.keys()].filter((path) => !this.#files.has(path))
      for (const path of stale) this.#remove(path)
      for (const path of fresh) this.#checkFree(path)
      // Before they are there: whoever is killed in between leaves no file that nobody owns to.
      if (fresh.length + stale.length > 0) this.#writeList([...wanted.keys()])
      const written: string[] = []
      for (const [path, bytes] of wanted) {
        if (this.#holds(path, bytes)) continue
        this.#put(path, bytes)
        this.#files.set(path, bytes)
        written.push(path)
      }
      return { written: written.sort(), removed: stale.sort(), total: wanted.size }
    })
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (error instanceof Failure) throw error
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
      throw new Failure('broken', say`${name(this.#path)} cannot be written to (${name(code)})`)
    }
  }

  /** A folder that nobody uses becomes ours; Git is told to leave it alone, wherever it is. */
  #takeOver(entries: readonly string[]): void {
    const [stray] = entries
    if (stray !== undefined) {
      const said = say`${name(this.#path)} has files that cairn watch did not write, ${name(stray)} for one`
      throw new Failure('usage', said, say`name an empty folder, or one that does not exist yet`)
    }
    this.#writeList([])
    writeFileSync(join(this.#path, GITIGNORE), '*\n', { flag: 'wx' })
  }

  #readList(): readonly string[] {
    const text = readFileSync(join(this.#path, OWN, LIST), 'utf8')
    const files = filesIn(text)
    if (files?.every((path) => this.#isOurs(path)) === true) return files
    const said = say`the list of what cairn watch wrote to ${name(this.#path)} is damaged`
    throw new Failure('usage', said, say`empty the folder, or name another one`)
  }

  #writeList(paths: readonly string[]): void {
    makeFolders(resolve(this.#path, OWN))
    this.#swap(join(OWN, LIST), Buffer.from(`${JSON.stringify({ version: 1, files: [...paths].sort() }, null, 2)}\n`))
  }

  #checkFree(path: string): void {
    if (!this.#isOurs(path)) throw new Failure('usage', say`${name(path)} is no path of a rendered file`)
    if (statOf(join(this.#path, path)) === undefined) return
    throw new Failure('usage', say`${name(join(this.#path, path))} is there, and cairn watch did not write it`, say`move it away`)
  }

  #isOurs(path: string): boolean {
    return this.#isPlain(path) && !path.startsWith(`${OWN}/`) && path !== GITIGNORE
  }

  #holds(path: string, bytes: Uint8Array): boolean {
    const known = this.#files.get(path) ?? this.#read(path)
    if (known === bytes) return true
    if (known === undefined || Buffer.compare(known, bytes) !== 0) return false
    this.#files.set(path, bytes)
    return true
  }

  #read(path: string): Uint8Array | undefined {
    const file = join(this.#path, path)
    this.#checkFolders(path)
    return statOf(file)?.isFile() === true ? readFileSync(file) : undefined
  }

  #put(path: string, bytes: Uint8Array): void {
    const folder = dirname(path)
    if (!this.#folders.has(folder) || statOf(join(this.#path, folder)) === undefined) {
      this.#checkFolders(path)
      makeFolders(resolve(this.#path, folder))
      this.#folders.add(folder)
    }
    this.#swap(path, bytes)
  }

  /** Nobody writes through a link that somebody put in the place of a folder. */
  #checkFolders(path: string): void {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = join(this.#path, path.slice(0, slash))
      const stats = statOf(folder)
      if (stats === undefined) return
      if (!stats.isDirectory()) throw new Failure('usage', say`${name(folder)} is no folder, and cairn watch did not make it`, say`move it away`)
    }
  }

  #swap(path: string, bytes: Uint8Array): void {
    const beside = join(this.#path, OWN, NEW)
    rmSync(beside, { force: true })
    writeFileSync(beside, bytes, { flag: 'wx' })
    renameSync(beside, join(this.#path, path))
  }

  /** Also the folders that become empty. */
  #remove(path: string): void {
    this.#checkFolders(path)
    rmSync(join(this.#path, path), { force: true })
    this.#files.delete(path)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      try {
        rmdirSync(join(this.#path, folder))
      } catch {
        return // somebody has files there
      }
      this.#folders.delete(folder)
    }
  }
}

function filesIn(text: string): readonly string[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as { readonly version?: unknown; readonly files?: unknown }
    if (version !== 1 || !Array.isArray(files)) return undefined
    return files.every((path) => typeof path === 'string') ? files : undefined
  } catch {
    return undefined
  }
}

function statOf(path: string) {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}
