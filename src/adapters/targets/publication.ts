import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { MANIFEST_FILE, type Published, type PublishedFiles, type TargetName } from '../../core/publication.ts'
import { sha256 } from '../digest.ts'
import { codeOf } from '../error-code.ts'
import { mustBeFile } from './archive.ts'
import { openTarget } from './open.ts'
import type { TargetOptions } from './options.ts'
import { publishedFolder } from './published-folder.ts'
import { packFiles, publishedArchive } from './tar.ts'

/** What is published somewhere, as it is read there. */
export interface OpenedPublication {
  /** Undefined where nothing is published. */
  readonly files: PublishedFiles | undefined
  /** The target that it is, where it notes more than the publication itself tells: what would be gone on from there. */
  readonly target?: Published
  /** Of a folder of versions: `current` leads to something else than one of them. */
  readonly isAstray?: boolean
  /** Of an archive: whether it is packed as Cairn packs these files. */
  readonly isPackedAlike?: () => Promise<boolean>
  /** Gives back what it holds on this machine. */
  readonly close?: () => Promise<void>
}

/**
 * Reads what is published at a target, changing nothing there. Of a folder with versions it is what `current` leads to,
 * which is what its readers have; a folder with a manifest, such as one of the versions, is a publication itself.
 *
 * @throws Failure where it cannot be reached
 */
export async function openPublication(
  to: TargetName,
  { folder, ...options }: TargetOptions & { readonly folder: string },
): Promise<OpenedPublication> {
  const path = resolve(folder, to.at)
  if (to.scheme === 'branch') return openBranch(to, { folder, ...options })
  try {
    return await (to.scheme === 'dir' ? openFolder(path) : openArchive(path))
  } catch (error) {
    if (error instanceof Failure) throw error
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { files: undefined }
    throw new Failure('broken', say`${name(path)} cannot be read`, say`see that this user may, and that it is not being replaced just now`)
  }
}

type Options = TargetOptions & { readonly folder: string }

async function openBranch(to: TargetName, options: Options): Promise<OpenedPublication> {
  const target = await openTarget(to, options)
  const close = () => target.close()
  try {
    const published = await target.read()
    return { files: published.files, ...(published.isBase !== true && { target: published }), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openFolder(path: string): Promise<OpenedPublication> {
  if (isThere(join(path, MANIFEST_FILE)) || !isThere(join(path, 'versions'))) return { files: publishedFolder(path) }
  const current = join(path, 'current')
  if (!isThere(current)) return { files: undefined }
  const isLink = lstatSync(current).isSymbolicLink()
  const to = isLink ? readlinkSync(current) : ''
  const isVersion = /^versions[\\/][0-9]{8}$/.test(to) && isThere(join(path, to)) && lstatSync(join(path, to)).isDirectory()
  if (!isVersion) return { files: undefined, isAstray: true }
  const { directoryTarget } = await import('./directory.ts')
  return { files: publishedFolder(join(path, to)), target: await directoryTarget(path, path).read() }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

async function openArchive(path: string): Promise<OpenedPublication> {
  mustBeFile(path)
  const bytes = readFileSync(path)
  const files = await publishedArchive(bytes, path)
  return {
    files,
    isPackedAlike: async () => {
      const bytesOf = (file: string): Uint8Array => files.read(file, Infinity) ?? new Uint8Array()
      const all = files.entries.map(({ path: file }) => ({ path: file, bytes: bytesOf(file) }))
      return sha256(await packFiles(all)) === sha256(bytes)
    },
  }
}
