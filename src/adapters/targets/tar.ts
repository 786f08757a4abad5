import { gunzipSync } from 'node:zlib'
import { gzipSync } from 'fflate'
import { packTar, unpackTar } from 'modern-tar'
import { compareText } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { PublicationFile, PublishedEntry, PublishedFiles } from '../../core/publication.ts'

/** Most bytes of an archive, packed and unpacked. */
const MAX_ARCHIVE_BYTES = 500_000_000
const EPOCH = new Date(0)

/**
 * A gzipped tar archive: the same files, the same bytes, whatever the machine. Times, owners and modes are fixed, and
 * the packing is done in JavaScript: that of Node.js differs between its versions.
 *
 * @param files sorted by path
 */
export async function packFiles(files: readonly PublicationFile[]): Promise<Uint8Array> {
  const fixed = { type: 'file', mode: 0o644, uid: 0, gid: 0, uname: '', gname: '', mtime: EPOCH } as const
  const entries = files.map(({ path, bytes }) => ({
    header: { ...fixed, name: path, size: bytes.byteLength },
    body: bytes,
  }))
  const tar = await packTar(entries)
  return gzipSync(tar, { level: 9, mtime: 0 })
}

/**
 * What an archive holds, which anybody may have made: nothing is unpacked to a disk, links are listed and not followed,
 * and a path that comes twice is listed twice.
 *
 * @throws Failure where it is no gzipped tar archive, or too large
 */
export async function publishedArchive(bytes: Uint8Array, path: string): Promise<PublishedFiles> {
  const entries: PublishedEntry[] = []
  const contents = new Map<string, Uint8Array>()
  const all = await unpacked(bytes, path)
  const parents = new Set(all.flatMap(({ header }) => (header.type === 'directory' ? [] : foldersOf(header.name))))
  for (const { header, data } of all) {
    // Folders that have files are nothing of their own; others are what no publication has.
    if (header.type === 'directory' && parents.has(header.name.replace(/\/$/, ''))) continue
    const isFile = header.type === 'file' || header.type === undefined
    entries.push({ path: header.name, type: isFile ? 'file' : header.type === 'symlink' ? 'symlink' : 'other' })
    if (isFile) contents.set(header.name, data ?? new Uint8Array())
  }
  return {
    entries: entries.sort((a, b) => compareText(a.path, b.path)),
    read: (file, limit) => {
      const found = contents.get(file)
      return found === undefined || found.byteLength > limit ? undefined : found
    },
  }
}

function foldersOf(path: string): string[] {
  const folders: string[] = []
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) folders.push(path.slice(0, slash))
  return folders
}

async function unpacked(bytes: Uint8Array, path: string): ReturnType<typeof unpackTar> {
  const hint = say`name an archive that cairn publish wrote`
  if (bytes.byteLength > MAX_ARCHIVE_BYTES) throw new Failure('usage', say`${name(path)} has more than ${MAX_ARCHIVE_BYTES} bytes`, hint)
  try {
    return await unpackTar(gunzipSync(bytes, { maxOutputLength: MAX_ARCHIVE_BYTES }), { strict: true })
  } catch {
    throw new Failure('usage', say`${name(path)} is no gzipped tar archive, or a damaged one`, hint)
  }
}
