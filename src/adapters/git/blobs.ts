import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { MAX_FILE_BYTES } from '../../core/ports.ts'
import { fetchPromised } from './partial-clone.ts'
import { git } from './run.ts'

/** Contents of a repository's blobs, shared by all snapshots of one command: what two of them hold is fetched once. */
export interface Blobs {
  /** Announces a blob; the next read that needs Git fetches all that was announced, in one go. */
  readonly announce: (oid: string) => void
  /**
   * The content. Never written to: it is a view into what Git printed, kept for later reads. What is larger than files
   * may be is not loaded.
   *
   * @throws Failure where the clone lacks it
   */
  readonly read: (oid: string) => BlobResult
}

type BlobResult =
  | { readonly bytes: Buffer; readonly problem?: undefined }
  | { readonly problem: 'too-large'; readonly bytes?: undefined }

/** How much is taken before sizes are asked for: most repositories are smaller, and to run Git again takes time. */
const UNSEEN_BYTES = 64_000_000
/** How much one `git cat-file` brings where sizes are known, and how much is kept; then the oldest batch is dropped. */
const BATCH_BYTES = 256_000_000
const KEPT_BYTES = 512_000_000

/** @param root any directory of the repository */
export function createBlobs(root: string): Blobs {
  /** Of unknown size. */
  const announced = new Set<string>()
  const sizes = new Map<string, number>()
  /** Of known size, not too large, and not there yet. */
  const waiting = new Set<string>()
  const kept = createKept()

  /** Brings what was announced. Where that turns out to be a lot, its beginning, and of the rest the sizes. */
  const meet = (first: string): void => {
    announced.delete(first)
    const oids = fetchPromised(root, [first, ...announced])
    announced.clear()
    const { stdout } = git(root, BATCH, { input: linesOf(oids), limit: UNSEEN_BYTES })
    const rest = oids.slice(kept.add(stdout, oids, sizes))
    if (rest.length > 0) measure(root, rest, sizes)
    for (const oid of rest) if ((sizes.get(oid) ?? Infinity) <= MAX_FILE_BYTES) waiting.add(oid)
  }

  const load = (first: string): void => {
    waiting.delete(first)
    const oids = [first]
    let wanted = sizes.get(first) ?? 0
    for (const oid of waiting) {
      wanted += sizes.get(oid) ?? 0
      if (wanted > BATCH_BYTES) break
      oids.push(oid)
      waiting.delete(oid)
    }
    kept.add(git(root, BATCH, { input: linesOf(oids) }).stdout, oids, sizes)
  }

  return {
    announce: (oid) => {
      if (kept.get(oid) !== undefined) return
      const size = sizes.get(oid)
      if (size === undefined) announced.add(oid)
      else if (size <= MAX_FILE_BYTES) waiting.add(oid)
    },
    read: (oid) => {
      if (!sizes.has(oid)) meet(oid)
      if ((sizes.get(oid) ?? 0) > MAX_FILE_BYTES) return { problem: 'too-large' }
      if (kept.get(oid) === undefined && sizes.has(oid)) load(oid)
      const bytes = kept.get(oid)
      if (bytes === undefined) throw lost(oid)
      return { bytes }
    },
  }
}

const BATCH = ['cat-file', '--batch', '--buffer']

const linesOf = (oids: readonly string[]): string => oids.join('\n') + '\n'

/**
 * Finds out how large blobs are: `<oid> SP blob SP <size> LF` each, in order (git-cat-file(1), batch output). What the
 * clone lacks gets no size.
 */
function measure(root: string, oids: readonly string[], sizes: Map<string, number>): void {
  const { stdout } = git(root, ['cat-file', '--batch-check', '--buffer'], { input: linesOf(oids) })
  const lines = stdout.toString('latin1').split('\n')
  for (const [i, oid] of oids.entries()) {
    const size = sizeIn(lines[i] ?? '', oid)
    if (size !== undefined) sizes.set(oid, size)
  }
}

/** The size that a header gives, `undefined` where the clone lacks the blob. */
function sizeIn(header: string, oid: string): number | undefined {
  return header.startsWith(`${oid} blob `) ? Number(header.slice(oid.length + 6)) : undefined
}

interface Kept {
  readonly get: (oid: string) => Buffer | undefined
  /** Takes over what Git printed of blobs, and notes their sizes. Returns how many of them it printed whole. */
  readonly add: (output: Buffer, oids: readonly string[], sizes: Map<string, number>) => number
}

/** Contents, batch by batch: they are views into what Git printed, which goes away as a whole. */
function createKept(): Kept {
  const contents = new Map<string, Buffer>()
  const batches: { readonly oids: readonly string[]; readonly bytes: number }[] = []
  let bytes = 0
  return {
    get: (oid) => contents.get(oid),
    add: (output, oids, sizes) => {
      const whole = splitBatch(output, oids, (oid, content) => {
        sizes.set(oid, content.length)
        if (content.length <= MAX_FILE_BYTES) contents.set(oid, content)
      })
      batches.push({ oids: oids.slice(0, whole), bytes: output.length })
      bytes += output.length
      while (bytes > KEPT_BYTES && batches.length > 1) {
        const oldest = batches.shift()
        for (const oid of oldest?.oids ?? []) contents.delete(oid)
        bytes -= oldest?.bytes ?? 0
      }
      return whole
    },
  }
}

const NEWLINE = 0x0a

/**
 * `<oid> SP blob SP <size> LF <content> LF` for each object asked for, in order, or a line that says otherwise
 * (git-cat-file(1), batch output). Returns how many of them are there whole.
 */
function splitBatch(output: Buffer, oids: readonly string[], take: (oid: string, content: Buffer) => void): number {
  let at = 0
  for (const [i, oid] of oids.entries()) {
    const start = output.indexOf(NEWLINE, at) + 1
    if (start === 0) return i
    const size = sizeIn(output.toString('latin1', at, start - 1), oid)
    const end = size === undefined ? start : start + size + 1
    if (end > output.length) return i
    if (size !== undefined) take(oid, output.subarray(start, start + size))
    at = end
  }
  return oids.length
}

function lost(oid: string): Failure {
  return new Failure(
    'broken',
    say`the content of object ${name(oid)} is not in this clone`,
    say`git fsck tells what is missing; a partial clone needs its remote: git fetch --refetch`,
  )
}
