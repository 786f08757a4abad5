import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import { createFile } from '../../adapters/create-file.ts'
import { runEditor } from '../../adapters/editor.ts'
import { beforeEnding } from '../../adapters/ending.ts'
import { createPrivateFile, type PrivateFile } from '../../adapters/private-file.ts'
import { waitForEnter } from '../../adapters/wait.ts'
import { Failure } from '../../core/failure.ts'
import { whenLoaded } from '../../core/lazy.ts'
import { name, say } from '../../core/message.ts'
import type { Outcome } from '../../core/sops/problem.ts'
import { MARK } from '../../core/source.ts'
import { sealEdit } from '../../queries/secrets/edit.ts'
import { encryptText } from '../../queries/secrets/encrypt.ts'
import { openSecret } from '../../queries/secrets/world.ts'
import type { OpenedFile } from '../../stages/sops/open.ts'
import { plainText } from '../../stages/sops/plain-text.ts'
import { sopsFormatOf } from '../../stages/sops/read.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { tellClear } from './clear.ts'
import { ruleOfNew } from './encrypt.ts'
import { findFile, saveFile, withoutMark, type LoadedFile } from './files.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld, type OpenSecretsWorld } from './world.ts'

export interface EditOptions extends WhereOptions {
  readonly dryRun?: boolean
}

/** Opens a file in the person's editor, in clear, and encrypts what comes back; a new file is made. */
export async function runEdit(named: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const world = await openSecretsWorld(terminal)
  const secret = findFile(named, options, terminal)
  const isTrial = options.dryRun === true
  const format = sopsFormatOf(secret.path)
  if (format === 'binary' || format === 'ini') {
    throw new Failure('usage', say`${name(named)} is of a format that cannot be edited here`, say`decrypt it, and encrypt it again`)
  }
  if (secret.bytes === undefined) {
    const rule = await whenLoaded(() => ruleOfNew(secret, [], world, terminal))
    const content = world.run.cipher.keepBytes(Buffer.alloc(0))
    const seal = (text: string) => encryptText({ path: secret.path, text, content }, rule, world)
    return edit(secret, '', { seal, terminal, world, isTrial })
  }
  const found = await openSecret(secret, world)
  if (!found.ok) return tellProblems(secret, found.problems, terminal, world)
  const { opened } = found.result
  const clear = plainText(opened)
  if (!clear.ok) return tellProblems(secret, clear.problems, terminal, world)
  const seal = (text: string) => sealEdit(opened, text, secret.path, world)
  return edit(secret, clear.result, { seal, opened, terminal, world, isTrial })
}

interface Editing {
  /** Makes the new text of the file of the text in clear. */
  readonly seal: (text: string) => Promise<Outcome<string>>
  /** The file as it was; a new one was none. */
  readonly opened?: OpenedFile
  readonly terminal: Terminal
  readonly world: OpenSecretsWorld
  /** Whether nothing is to be written (`--dry-run`). */
  readonly isTrial: boolean
}

async function edit(secret: LoadedFile, clear: string, run: Editing): Promise<number> {
  const file = createPrivateFile(basename(secret.path), run.terminal.variables)
  const stop = beforeEnding(() => file.wipe())
  try {
    file.write(clear)
    return await editUntilRight(secret, Buffer.from(clear), { ...run, file, stop })
  } finally {
    stop()
    file.wipe()
  }
}

interface EditingFile extends Editing {
  readonly file: PrivateFile
  /** Leaves signals to the editor while it runs. */
  readonly stop: () => void
}

/** How often the editor is opened where nobody can be asked: a script that is wrong each time would go on for ever. */
const MOST_OPENED = 20

/**
 * Opens the editor again as long as what comes back cannot be encrypted or written, whatever the reason, and where the
 * editor failed after it had written something: no edit is lost. Closing it without a further change gives up.
 */
async function editUntilRight(secret: LoadedFile, clear: Buffer, run: EditingFile): Promise<number> {
  const { file, terminal } = run
  let { stop } = run
  let before = clear
  let givenUp = (): number => 0
  for (let opened = 1; ; opened++) {
    const closed = runEditor(file.path, terminal.variables, () => file.wipe())
    stop()
    const failure = await failureOf(closed)
    stop = beforeEnding(() => file.wipe())
    try {
      const written = file.read()
      if (failure !== undefined && (written === undefined || written.equals(before))) throw failure
      if (written === undefined) throw gone()
      if (written.equals(before)) {
        terminal.err(opened === 1 ? `nothing was changed in ${secret.path}\n` : 'given up; nothing was written\n')
        return givenUp()
      }
      const result = failure === undefined ? await sealAndSave(secret, written, run) : toldFailure(failure, terminal)
      if (result.isDone) return result.code
      givenUp = result.givenUp
      if (opened >= MOST_OPENED && !terminal.input.isTTY) return givenUp()
      terminal.err('the editor is opened again with what you wrote; close it without a change to give up\n')
      await waitForEnter(terminal.input, terminal.err)
      before = written
    } finally {
      stop()
    }
  }
}

/** Why the editor failed, if it did. */
async function failureOf(closed: Promise<void>): Promise<Failure | undefined> {
  try {
    await closed
    return undefined
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

const gone = (): Failure => new Failure('broken', say`the editor removed the file that it was given; nothing was changed`)

type Result =
  | { readonly isDone: true; readonly code: number }
  /** What was wrong has been told; the exit code, or what is thrown, if the person gives up. */
  | { readonly isDone: false; readonly givenUp: () => number }

async function sealAndSave(secret: LoadedFile, written: Buffer, run: Editing): Promise<Result> {
  const { terminal, world, seal, opened } = run
  try {
    if (!isUtf8(written)) throw new Failure('usage', say`what you wrote is no UTF-8 text`)
    const text = secret.text.startsWith(MARK) ? written.toString('utf8') : withoutMark(written.toString('utf8'))
    const made = await seal(text)
    if (made.ok) {
      const code = save(secret, made.result, run)
      if (opened !== undefined) tellClear(opened, { path: secret.path, text: made.result }, terminal, world)
      return { isDone: true, code }
    }
    const code = await tellProblems({ path: secret.path, text }, made.problems, terminal, world)
    return { isDone: false, givenUp: () => code }
  } catch (error) {
    return toldFailure(error, terminal)
  }
}

function toldFailure(error: unknown, terminal: Terminal): Extract<Result, { isDone: false }> {
  const what = error instanceof Failure ? error.said : 'a defect in Cairn keeps what you wrote from being encrypted'
  terminal.err(`${terminal.errStyle('red', 'cairn:')} ${what}\n`)
  return { isDone: false, givenUp: () => { throw error } }
}

/**
 * Where the file was changed meanwhile, the edit is kept beside it, encrypted.
 *
 * @returns the exit code
 */
function save(secret: LoadedFile, text: string, { terminal, isTrial }: Editing): number {
  const { top, path } = secret.file
  if (isTrial && text !== secret.text) {
    terminal.err(`would encrypt ${secret.path}; nothing was written\n`)
    return 0
  }
  if (secret.bytes === undefined) {
    createFile(top, path, text)
    terminal.err(`made ${secret.path}, encrypted\n`)
    return 0
  }
  if (text === secret.text) {
    terminal.err(`nothing was changed in ${secret.path}\n`)
    return 0
  }
  try {
    saveFile(secret, text)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const beside = path.replace(/([^/]*?)(\.[^./]*)?$/, '$1.edited$2')
    createFile(top, beside, text)
    terminal.err(`${terminal.errStyle('red', 'cairn:')} ${error.said}\n`)
    terminal.err(`  ${say`your edit is in ${name(beside)}, encrypted: take what you need of it, and remove it`}\n`)
    return 3
  }
  terminal.err(`encrypted ${secret.path}\n`)
  return 0
}
