import type { Readable } from 'node:stream'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { ArtifactFile } from '../../core/github.ts'
import { name, say } from '../../core/message.ts'
import { readAtMost } from './read-at-most.ts'

/** An artifact of ours has one file. */
const MOST_FILES = 100

/**
 * One file of a ZIP archive that somebody else made. Nothing is written to disk, and no more than the limit is
 * unpacked, whatever the archive says of its sizes.
 *
 * @param limit in bytes
 */
export async function fileInArchive(archive: Buffer, file: string, limit: number): Promise<ArtifactFile> {
  try {
    const zip = await fromBufferPromise(archive, { strictFileNames: true, validateEntrySizes: true })
    return await fileIn(zip, file, limit)
  } catch {
    // What yauzl says may quote the archive.
    return { problem: say`the artifact is no ZIP archive that can be read` }
  }
}

async function fileIn(zip: ZipFile, file: string, limit: number): Promise<ArtifactFile> {
  if (zip.entryCount > MOST_FILES) return { problem: say`the artifact has more than ${MOST_FILES} files` }
  const found: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === file) found.push(entry)
  }
  const [entry, second] = found
  if (entry === undefined) return { problem: say`the artifact has no file ${name(file)}` }
  if (second !== undefined) return { problem: say`the artifact has more than one file ${name(file)}` }
  if (entry.uncompressedSize > limit) return tooLarge(file, limit)
  const stream: Readable = await zip.openReadStreamPromise(entry)
  const bytes = await readAtMost(stream, limit)
  return bytes === undefined ? tooLarge(file, limit) : { bytes }
}

function tooLarge(file: string, limit: number): ArtifactFile {
  return { problem: say`${name(file)} in the artifact has more than ${limit} bytes` }
}
