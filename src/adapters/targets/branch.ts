import { branchNameProblem } from '../../core/branch-name.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import {
  GIT_SETTINGS, HYDRATOR_FILE, type Published, type PublishedEntry, type PublishedFiles, type Target, type TargetChange,
} from '../../core/publication.ts'
import { targetText } from '../../core/target-text.ts'
import { sha256 } from '../digest.ts'
import { failpoint } from './failpoint.ts'
import { hydratorMetadata, hydratorNote, NOTES_REF } from './hydrator.ts'
import { importStream } from './import-stream.ts'
import type { TargetOptions } from './options.ts'
import { textsOf } from './path-bytes.ts'
import { hasOtherIds, isMoved, refusalOf } from './refusals.ts'
import { findRemote } from './remote.ts'
import { Refusal, Scratch } from './scratch.ts'

const HEAD = 'refs/cairn/head'
const MARK = 'refs/cairn/mark'
const SOURCE = 'Source-Commit'
const NEWEST = 'Newest-Commit'
/** Notes have a history, too, that nobody here needs. */
const QUIETLY = ['--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head']
/** How often a note that others write beside is written again. */
const NOTE_ATTEMPTS = 50

/**
 * A branch of a remote. A publication is one commit on its tip, pushed together with the mark of the newest source
 * commit, both only if they still are what was read: `--atomic` with `--force-with-lease`. Other paths stay.
 *
 * @param branch its name; GitOps Promoter proposes from `<branch>-next`
 */
export function branchTarget(branch: string, options: TargetOptions): Target {
  const { path, remote, promoter } = options
  const next = path === '' ? `${branch}-next` : `${branch}-next/${path}`
  const target = new Branch(promoter ? { branch: next, base: branch } : { branch }, options)
  return {
    name: targetText({ to: { scheme: 'branch', at: branch }, path, remote }),
    canAdvance: true,
    ...(promoter && { adds: { path: HYDRATOR_FILE, of: hydratorMetadata } }),
    settle: () => target.settle(),
    read: () => target.read(),
    apply: (change) => target.apply(change),
    close: () => target.close(),
  }
}

interface Tips {
  /** Object id of the branch's tip; empty where there is none. */
  readonly tip: string
  /** What the next commit is made on: the tip, or where the branch is still to be made what it is to be merged into. */
  readonly head: string
  /** That of the mark's commit. */
  readonly mark: string
}

class Branch {
  readonly #ref: string
  readonly #mark: string
  readonly #branch: string
  /** Of which the branch is made where there is none: a proposal has to have a history in common with it. */
  readonly #base: string | undefined
  readonly #options: TargetOptions
  readonly #shown: string
  readonly #scratch: Scratch

  constructor({ branch, base }: { readonly branch: string; readonly base?: string }, options: TargetOptions) {
    this.#branch = branch
    this.#ref = `refs/heads/${branch}`
    this.#base = base === undefined ? undefined : `refs/heads/${base}`
    this.#options = options
    // A name of its own that no branch or folder can get in the way of.
    const hash = sha256(Buffer.from(`${branch}\u0000${options.path}`)).slice(0, 20)
    this.#mark = `refs/cairn/${hash}`
    const remote = findRemote(options)
    this.#shown = remote.shown
    const problem = branchNameProblem(branch)
    if (problem !== undefined) throw new Failure('usage', problem, say`git help check-ref-format says what can be one`)
    this.#scratch = new Scratch(remote)
  }

  close(): Promise<void> {
    this.#scratch.close()
    return Promise.resolve()
  }

  /** A push is whole or not at all; a note of GitOps Promoter's comes after it, and may be missing. */
  async settle(): Promise<void> {
    if (!this.#options.promoter) return
    const { tip, mark } = await this.#fetch()
    if (tip !== '' && mark !== '') await this.#note(tip)
  }

  async read(): Promise<Published> {
    const { tip, head, mark } = await this.#fetch()
    failpoint('branch/fetched')
    const files = head === '' ? undefined : this.#filesOf(head)
    const isThere = files !== undefined && files.entries.length > 0
    const newest = this.#trailer(mark, SOURCE)
    return { revision: `${tip} ${head} ${mark}`, files: isThere ? files : undefined, isBase: tip === '', newest }
  }

  async apply(change: TargetChange): Promise<'applied' | 'moved'> {
    const [tip = '', head = '', mark = ''] = change.on.revision.split(' ')
    const commit = change.does === 'publish' ? this.#commit(change, head) : head
    const marked = this.#commitMark(change.newest)
    failpoint('branch/committed')
    const leases = [`--force-with-lease=${this.#ref}:${tip}`, `--force-with-lease=${this.#mark}:${mark}`]
    const refs = [`${commit}:${this.#ref}`, `${marked}:${this.#mark}`]
    try {
      await this.#scratch.talk('push', ['--porcelain', '--atomic', '--no-verify', ...leases], refs)
    } catch (error) {
      if (error instanceof Refusal && (isMoved(error.message) || this.#startsAgain(error))) return 'moved'
      throw this.#failure(error)
    }
    failpoint('branch/pushed')
    if (this.#options.promoter) await this.#note(commit)
    return 'applied'
  }

  /** Once, with object ids of the remote's kind, where that is why it refuses. */
  #startsAgain({ message }: Refusal): boolean {
    if (this.#hasStartedAgain || !hasOtherIds(message)) return false
    this.#hasStartedAgain = true
    this.#scratch.useOtherIds()
    return true
  }

  #hasStartedAgain = false

  async #fetch(): Promise<Tips> {
    try {
      const asked = [this.#ref, this.#mark, ...(this.#base === undefined ? [] : [this.#base])]
      const listed = await this.#scratch.talk('ls-remote', ['--quiet'], asked)
      const there = new Set(listed.split('\n').map((line) => line.split('\t')[1]))
      const head = [this.#ref, this.#base].find((ref) => there.has(ref))
      const mark = there.has(this.#mark)
      const wanted = [...(head === undefined ? [] : [`+${head}:${HEAD}`]), ...(mark ? [`+${this.#mark}:${MARK}`] : [])]
      // What was listed may have moved meanwhile: what was fetched is what counts.
      if (wanted.length > 0) await this.#scratch.talk('fetch', [...QUIETLY], wanted)
      const at = head === undefined ? '' : this.#resolve(HEAD)
      return { tip: head === this.#ref ? at : '', head: at, mark: mark ? this.#resolve(MARK) : '' }
    } catch (error) {
      if (error instanceof Refusal && this.#startsAgain(error)) return this.#fetch()
      throw this.#failure(error)
    }
  }

  #resolve(ref: string): string {
    return this.#scratch.run(['rev-parse', '--verify', ref]).toString('latin1').trim()
  }

  #filesOf(tip: string): PublishedFiles {
    const { path } = this.#options
    const prefix = path === '' ? '' : `${path}/`
    const listed = this.#scratch.run(['ls-tree', '-r', '-z', '--full-tree', tip, ...(path === '' ? [] : ['--', path])])
    const oids = new Map<string, string>()
    const entries = textsOf(listed).map((line): PublishedEntry => {
      const tab = line.indexOf('\t')
      const [mode = '', , oid = ''] = line.slice(0, tab).split(' ')
      const file = line.slice(tab + 1).slice(prefix.length)
      if (file === '') throw new Failure('usage', say`${name(path)} is a file on that branch, and no folder`, say`choose another \`path\``)
      oids.set(file, oid)
      return { path: file, type: typeOf(mode) }
    })
    const types = new Map(entries.map((entry) => [entry.path, entry.type]))
    return {
      entries,
      ...(path !== '' && { settingsAbove: () => this.#settingsAbove(tip) }),
      read: (file, limit) => {
        const oid = oids.get(file)
        if (oid === undefined || !['file', 'executable'].includes(types.get(file) ?? '')) return undefined
        if (!this.#blobs.has(oid)) this.#load(new Set(oids.values()))
        const bytes = this.#blobs.get(oid)
        return bytes === undefined || bytes.byteLength > limit ? undefined : bytes
      },
    }
  }

  #settingsAbove(tip: string): string[] {
    const folders = this.#options.path.split('/')
    const { everywhere, atTheTop } = GIT_SETTINGS
    const asked = [...atTheTop, ...folders.flatMap((_, i) => everywhere.map((file) => [...folders.slice(0, i), file].join('/')))]
    const listed = this.#scratch.run(['ls-tree', '--name-only', '-z', '--full-tree', tip, '--', ...asked])
    const up = (file: string): string => '../'.repeat(folders.length - (file.split('/').length - 1)) + (file.split('/').at(-1) ?? '')
    return textsOf(listed).map(up)
  }

  readonly #blobs = new Map<string, Buffer>()

  /** All in one go: `<oid> SP <type> SP <size> LF <bytes> LF` each (git-cat-file(1), BATCH OUTPUT). */
  #load(oids: ReadonlySet<string>): void {
    const asked = [...oids].filter((oid) => !this.#blobs.has(oid))
    const output = this.#scratch.run(['cat-file', '--batch'], Buffer.from(`${asked.join('\n')}\n`))
    for (let at = 0; at < output.length; ) {
      const end = output.indexOf('\n', at)
      const [oid = '', , size = '0'] = output.toString('latin1', at, end).split(' ')
      at = end + 1 + Number(size) + 1
      this.#blobs.set(oid, output.subarray(end + 1, at - 1))
    }
  }

  #commit({ files, removed, source, newest }: TargetChange, parent: string): string {
    const { path, promoter } = this.#options
    const prefix = path === '' ? '' : `${path}/`
    const all = promoter ? [...files, { path: HYDRATOR_FILE, bytes: hydratorMetadata(source) }] : files
    const goingBack = newest === source.commit ? '' : `${NEWEST}: ${newest}\n`
    return this.#import({
      ref: 'refs/cairn/new',
      parent: parent === '' ? undefined : parent,
      time: Math.floor(Date.now() / 1000),
      message: `Publish ${source.commit.slice(0, 12)}: ${oneLine(source.subject)}\n\n${SOURCE}: ${source.commit}\n${goingBack}`,
      files: all.map((file) => ({ path: prefix + file.path, bytes: file.bytes })),
      removed: removed.map((file) => prefix + file),
    })
  }

  /** The same for everybody who marks the same commit. */
  #commitMark(newest: string): string {
    const message = `The newest commit that was published to ${this.#branch}\n\n${SOURCE}: ${newest}\n`
    return this.#import({ ref: 'refs/cairn/new-mark', parent: undefined, time: 0, message, files: [], removed: [] })
  }

  #import(commit: Omit<Parameters<typeof importStream>[0], 'committer'>): string {
    this.#scratch.run(['fast-import', '--quiet', '--force'], importStream({ ...commit, committer: COMMITTER }))
    return this.#resolve(commit.ref)
  }

  /** What a commit that was made here says in its last lines. */
  #trailer(commit: string, key: string): string | undefined {
    if (commit === '') return undefined
    const text = this.#scratch.run(['cat-file', 'commit', commit]).toString('utf8')
    return new RegExp(`^${key}: ([0-9a-f]{40}|[0-9a-f]{64})$`, 'm').exec(text)?.[1]
  }

  /**
   * Writes GitOps Promoter's note of a commit, beside those that others are writing, until it says what the branch
   * says: what is known of a newer commit must not be overwritten by whoever comes late.
   */
  async #note(commit: string): Promise<void> {
    for (let attempt = 1; attempt <= NOTE_ATTEMPTS; attempt++) {
      const tips = await this.#fetch()
      try {
        const old = await this.#fetchNotes()
        const noted = old === '' ? undefined : this.#noteOf(commit)
        const text = this.#noteFor(commit, tips)
        if (noted === text || (noted !== undefined && commit !== tips.tip)) return
        this.#scratch.run([...IDENTITY, 'notes', `--ref=${NOTES_REF}`, 'add', '--force', '-m', text, commit])
        await this.#scratch.talk('push', ['--porcelain', '--no-verify', `--force-with-lease=${NOTES_REF}:${old}`], [`${NOTES_REF}:${NOTES_REF}`])
        failpoint('branch/noted')
      } catch (error) {
        if (!(error instanceof Refusal && isMoved(error.message))) throw this.#failure(error)
      }
    }
    throw new Failure('broken', say`the note of GitOps Promoter was changed by others ${NOTE_ATTEMPTS} times`, say`the commit is published; the next run writes the note`)
  }

  /** The commit that the content is known to follow from; after going back that is what was gone back to. */
  #noteFor(commit: string, { tip, mark }: Tips): string {
    const source = this.#trailer(commit, SOURCE) ?? ''
    const newest = commit === tip ? this.#trailer(mark, SOURCE) : source
    return hydratorNote(newest === undefined || newest === this.#trailer(commit, NEWEST) ? source : newest)
  }

  async #fetchNotes(): Promise<string> {
    const listed = await this.#scratch.talk('ls-remote', ['--quiet'], [NOTES_REF])
    if (listed.trim() === '') return ''
    await this.#scratch.talk('fetch', [...QUIETLY], [`+${NOTES_REF}:${NOTES_REF}`])
    return this.#resolve(NOTES_REF)
  }

  #noteOf(commit: string): string | undefined {
    try {
      return this.#scratch.run(['notes', `--ref=${NOTES_REF}`, 'show', commit]).toString('utf8').trim()
    } catch {
      return undefined
    }
  }

  #failure(error: unknown): unknown {
    return error instanceof Refusal ? refusalOf(error.message, { remote: this.#shown, branch: this.#branch }) : error
  }
}

function typeOf(mode: string): PublishedEntry['type'] {
  if (mode === '120000') return 'symlink'
  return mode === '100755' ? 'executable' : mode.startsWith('100') ? 'file' : 'other'
}

const AUTHOR = 'Cairn'
const ADDRESS = 'cairn@localhost'
const COMMITTER = `${AUTHOR} <${ADDRESS}>`
const IDENTITY = ['-c', `user.name=${AUTHOR}`, '-c', `user.email=${ADDRESS}`]

/** A subject that cannot become more lines of a message. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- the characters that end lines
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}
