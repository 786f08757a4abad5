import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { MANIFEST_FILE, type Published, type Target } from '../../core/publication.ts'
import { sha256 } from '../digest.ts'
import { codeOf } from '../error-code.ts'
import { claim, clearClaims, listed } from './claim.ts'
import { failpoint } from './failpoint.ts'
import { packFiles, publishedArchive } from './tar.ts'
import { isAbandoned, unfinishedName } from './unfinished.ts'
import { disk, diskFailure, type Disk } from './world.ts'

const NOTHING = 'nothing'
const NEW = '.new'

/**
 * A gzipped tar archive of one publication: the same files, the same bytes. It is written aside and swapped by a
 * rename, by whoever has the claim to replace what is there. A link to one stays a link.
 *
 * @param at its path
 */
export function archiveTarget(at: string, target: string, { world = disk }: { readonly world?: Disk } = {}): Target {
  const path = behindLinks(at)
  const guarded = async <T>(doing: 'reading' | 'writing', work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw diskFailure(error, path, doing)
    }
  }
  const current = (): Buffer | undefined => {
    mustBeFile(path)
    try {
      return world.read(path)
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
  }
  return {
    name: target,
    // The manifest in it names the commit, and there is no other place.
    canAdvance: false,
    settle: () => guarded('writing', async () => {
      await Promise.resolve()
      clearClaims(path, world)
      clearUnfinished(path, world)
    }),
    read: () => guarded('reading', async (): Promise<Published> => {
      const bytes = current()
      if (bytes === undefined) return { revision: NOTHING, files: undefined, newest: undefined }
      const files = await publishedArchive(bytes, path)
      // The whole archive is replaced: nobody's but a publication may be.
      if (files.entries.some((entry) => entry.path === MANIFEST_FILE)) {
        return { revision: sha256(bytes), files, newest: undefined }
      }
      throw new Failure('usage', say`${name(path)} is an archive of something else: it has no ${name(MANIFEST_FILE)}`, say`name another file, or remove this one`)
    }),
    apply: (change) => guarded('writing', async () => {
      const bytes = await packFiles(change.files)
      world.makeFolder(dirname(path))
      const claimed = await claim(path, change.on.revision, world)
      try {
        failpoint('archive/claimed')
        const there = current()
        if ((there === undefined ? NOTHING : sha256(there)) !== change.on.revision) return 'moved'
        swapIn(path, bytes, world)
        return 'applied'
      } finally {
        claimed.release()
      }
    }),
    close: () => Promise.resolve(),
  }
}

/**
 * A pipe would be waited for, and a device read without an end.
 *
 * @throws Failure (usage) where something else than a file stands
 */
export function mustBeFile(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined || there.isFile()) return
  const hint = say`name a file, such as ${name(join(there.isDirectory() ? path : dirname(path), 'configuration.tar.gz'))}`
  if (!there.isDirectory()) throw new Failure('usage', say`${name(path)} is no file, and an archive is one`, hint)
  throw new Failure('usage', say`${name(path)} is a folder, and an archive is a file`, say`${hint}, or write dir:`)
}

/** @throws Failure (usage) for a link that leads nowhere */
function behindLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path
    throw new Failure('usage', say`${name(path)} is a link that leads nowhere`, say`remove it, or name the file itself`)
  }
}

function swapIn(path: string, bytes: Uint8Array, world: Disk): void {
  const aside = unfinishedName(`${path}${NEW}`)
  try {
    world.write(aside, bytes)
    failpoint('archive/written')
    world.rename(aside, path)
    failpoint('archive/swapped')
  } catch (error) {
    world.remove(aside)
    throw error
  }
}

/** Takes away what runs that were killed had written aside. */
function clearUnfinished(path: string, world: Disk): void {
  const folder = dirname(path)
  for (const entry of listed(folder, world)) {
    if (!entry.startsWith(`${basename(path)}${NEW}-`)) continue
    const changed = world.lstat(join(folder, entry), { throwIfNoEntry: false })?.mtimeMs
    if (changed !== undefined && isAbandoned(entry, changed)) world.remove(join(folder, entry))
  }
}
