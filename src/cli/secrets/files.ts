import { isUtf8 } from 'node:buffer'
import { relative, resolve, sep } from 'node:path'
import { workingTree } from '../../adapters/files.ts'
import { repositoryOf } from '../../adapters/git.ts'
import { locateFile, readBytes, writeFileAtomically, type RepositoryFile } from '../../adapters/repository-file.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { SopsProblemKind } from '../../core/sops/problem.ts'
import { MARK } from '../../core/source.ts'
import type { SecretText } from '../../queries/secrets/world.ts'
import { readSecret } from '../../queries/secrets/world.ts'
import { sopsFormatOf } from '../../stages/sops/read.ts'
import { rootOf, type WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'

/** A file on disk and its text. */
export interface LoadedFile extends SecretText {
  readonly file: RepositoryFile
  /** What was read; `undefined` of a file that is yet to be made. */
  readonly bytes: Buffer | undefined
}

/** A file that was named, and what it holds. */
export function loadFile(
  shown: string,
  where: WhereOptions,
  terminal: Terminal,
): LoadedFile & { readonly bytes: Buffer } {
  const loaded = findFile(shown, where, terminal)
  if (loaded.bytes === undefined) throw new Failure('usage', say`there is no file ${name(shown)}`)
  return { ...loaded, bytes: loaded.bytes }
}

/** The same, which need not exist yet. */
export function findFile(shown: string, { directory = '.' }: WhereOptions, terminal: Terminal): LoadedFile {
  const file = locateFile(resolve(terminal.directory, directory), shown)
  const bytes = readBytes(file)
  return { file, bytes, path: shown, text: bytes === undefined ? '' : textOf(shown, bytes) }
}

/**
 * The text of a file, of YAML and INI without its byte order mark; what is not UTF-8 is no text, and comes out damaged.
 * SOPS reads no JSON that has a mark, and takes that of a dotenv file for a part of the first key.
 */
export function textOf(path: string, bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return takesMark(path) ? withoutMark(text) : text
}

function takesMark(path: string): boolean {
  const format = sopsFormatOf(path)
  return format === 'yaml' || format === 'ini'
}

/** A text without a byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith(MARK) ? text.slice(1) : text
}

/** Whether a file can be read as text. */
export function isText({ bytes }: LoadedFile): boolean {
  return bytes === undefined || isUtf8(bytes)
}

/** Puts a new text in the place of a loaded file's; a byte order mark that is no part of it stays. */
export function saveFile({ file, path, bytes }: LoadedFile, text: string): void {
  const hasMark = takesMark(path) && bytes?.toString('utf8').startsWith(MARK) === true
  writeFileAtomically(file, { before: bytes, after: hasMark ? MARK + text : text })
}

/** What every SOPS file has in its text, whatever its format; few others have both. */
const TELLING = ['sops', 'lastmodified']

/**
 * The encrypted files of the configuration repository: those that Git tracks or does not ignore. Links are left out:
 * what they lead to is listed itself.
 */
export function listSecretFiles(where: WhereOptions, terminal: Terminal): LoadedFile[] {
  const root = rootOf(where, terminal)
  const { top, prefix } = repositoryOf(root)
  const snapshot = workingTree(root)
  const found: LoadedFile[] = []
  for (const { path, type } of snapshot.entries) {
    const { bytes } = type === 'file' ? snapshot.read(path) : {}
    if (bytes === undefined || !TELLING.every((word) => bytes.includes(word))) continue
    const text = textOf(path, bytes)
    if (!isSecret({ path, text })) continue
    const file = { shown: path, top, path: prefix === '' ? path : `${prefix}/${path}` }
    found.push({ file, path, text, bytes: Buffer.from(bytes) })
  }
  return found
}

/** What is wrong with files that may be no encrypted ones at all. */
const NO_SECRET: ReadonlySet<SopsProblemKind> = new Set(['no-metadata', 'bad-content', 'not-taken'])

/** An encrypted file, or one that would be if its metadata were whole. */
function isSecret(secret: SecretText): boolean {
  const read = readSecret(secret)
  if (read.ok) return true
  const isOther = read.problems.some(({ kind }) => NO_SECRET.has(kind))
  return !isOther || (secret.text.includes('ENC[AES256_GCM,') && /^\s*"?(?:sops_)?lastmodified\b/m.test(secret.text))
}

/** The files that were named, or all. */
export function selectFiles(named: readonly string[], where: WhereOptions, terminal: Terminal): LoadedFile[] {
  if (named.length === 0) return listSecretFiles(where, terminal)
  return [...new Set(named)].map((shown) => loadFile(shown, where, terminal))
}

/** The path of a file below the root of the configuration repository, as layers are called. */
export function layerPathOf({ file }: LoadedFile, root: string): string {
  return relative(root, resolve(file.top, file.path)).split(sep).join('/')
}
