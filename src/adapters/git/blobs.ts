import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { git } from './run.ts'

/** Contents of a repository's blobs, shared by all snapshots of one command: what two of them hold is fetched once. */
export interface Blobs {
  /** Announces a blob; the next read that needs Git fetches all that was announced, in one go. */
  readonly announce: (oid: string, size: number) => void
  /** The content. Never written to: it is a view into what Git printed, kept for later reads. */
  readonly read: (oid: string, size: number) => Buffer
}

/** How much one `git cat-file` brings, and how much is kept; past that the oldest batch is dropped. */
const BATCH_BYTES = 256_000_000
const KEPT_BYTES = 512_000_000

/** @param root any directory of the repository */
export function createBlobs(root: string): Blobs {
  const announced = new Map<string, number>()
  const kept = new Map<string, Buffer>()
  const batches: { readonly oids: readonly string[]; readonly bytes: number }[] = []
  let keptBytes = 0

  const fetch = (first: string, size: number): void => {
    announced.delete(first)
    const oids = [first]
    let wanted = size
    for (const [oid, bytes] of announced) {
      if (wanted + bytes > BATCH_BYTES) break
      wanted += bytes
      oids.push(oid)
      announced.delete(oid)
    }
    const { stdout } = git(root, ['cat-file', '--batch', '--buffer'], { input: oids.join('\n') + '\n' })
    splitBatch(stdout, oids, kept)
    batches.push({ oids, bytes: stdout.length })
    keptBytes += stdout.length
    while (keptBytes > KEPT_BYTES && batches.length > 1) {
      const oldest = batches.shift()
      for (const oid of oldest?.oids ?? []) kept.delete(oid)
      keptBytes -= oldest?.bytes ?? 0
    }
  }

  return {
    announce: (oid, size) => {
      if (!kept.has(oid)) announced.set(oid, size)
    },
    read: (oid, size) => {
      if (!kept.has(oid)) fetch(oid, size)
      return kept.get(oid) as Buffer
    },
  }
}

const NEWLINE = 0x0a

/** `<oid> SP blob SP <size> LF <content> LF` for each object asked for, in order (git-cat-file(1), batch output). */
function splitBatch(output: Buffer, oids: readonly string[], into: Map<string, Buffer>): void {
  let at = 0
  for (const oid of oids) {
    const end = output.indexOf(NEWLINE, at)
    const header = output.toString('latin1', at, end)
    const size = header.startsWith(`${oid} blob `) ? Number(header.slice(oid.length + 6)) : NaN
    if (end < 0 || !Number.isSafeInteger(size)) throw lost(oid)
    into.set(oid, output.subarray(end + 1, end + 1 + size))
    at = end + size + 2
  }
}

function lost(oid: string): Failure {
  return new Failure(
    'broken',
    say`the content of object ${name(oid)} is not in this clone`,
    say`git fsck tells what is missing; a partial clone needs its remote: git fetch --refetch`,
  )
}
