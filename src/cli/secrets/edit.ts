import { basename } from 'node:path'
import { createFile } from '../../adapters/create-file.ts'
import { runEditor } from '../../adapters/editor.ts'
import { createPrivateFile, type PrivateFile } from '../../adapters/private-file.ts'
import { waitForEnter } from '../../adapters/wait.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { Outcome } from '../../core/sops/problem.ts'
import { sealEdit } from '../../queries/secrets/edit.ts'
import { encryptText } from '../../queries/secrets/encrypt.ts'
import { openSecret } from '../../queries/secrets/world.ts'
import { plainText } from '../../stages/sops/plain-text.ts'
import { sopsFormatOf } from '../../stages/sops/read.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { ruleOfNew } from './encrypt.ts'
import { findFile, saveFile, type LoadedFile } from './files.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld, type OpenSecretsWorld } from './world.ts'

/** Opens a file in the person's editor, in clear, and encrypts what comes back; a new file is made. */
export async function runEdit(named: string, options: WhereOptions, terminal: Terminal): Promise<number> {
  const world = await openSecretsWorld(terminal)
  const secret = findFile(named, options, terminal)
  const format = sopsFormatOf(secret.path)
  if (format === 'binary' || format === 'ini') {
    throw new Failure('usage', say`${name(named)} is of a format that cannot be edited here`, say`decrypt it, and encrypt it again`)
  }
  if (secret.bytes === undefined) {
    const rule = ruleOfNew(secret, [], world, terminal)
    const content = world.run.cipher.keepBytes(Buffer.alloc(0))
    const seal = (text: string) => encryptText({ path: secret.path, text, content }, rule, world)
    return edit(secret, '', { seal, terminal, world })
  }
  const found = await openSecret(secret, world)
  if (!found.ok) return tellProblems(secret, found.problems, terminal, world)
  const { opened } = found.result
  const clear = plainText(opened)
  if (!clear.ok) return tellProblems(secret, clear.problems, terminal, world)
  const seal = (text: string) => Promise.resolve(sealEdit(opened, text, secret.path, world))
  return edit(secret, clear.result, { seal, terminal, world })
}

interface Editing {
  /** Makes the new text of the file of the text in clear. */
  readonly seal: (text: string) => Promise<Outcome<string>>
  readonly terminal: Terminal
  readonly world: OpenSecretsWorld
}

async function edit(secret: LoadedFile, clear: string, run: Editing): Promise<number> {
  const file = createPrivateFile(basename(secret.path), run.terminal.variables)
  try {
    file.write(clear)
    return await editUntilRight(secret, clear, { ...run, file })
  } finally {
    file.wipe()
  }
}

/**
 * Opens the editor again as long as what comes back cannot be encrypted: no edit is lost. Closing it without a further
 * change gives up.
 */
async function editUntilRight(
  secret: LoadedFile,
  clear: string,
  run: Editing & { readonly file: PrivateFile },
): Promise<number> {
  const { file, terminal, world, seal } = run
  let before = clear
  let code = 0
  for (;;) {
    await runEditor(file.path, terminal.variables, () => file.wipe())
    const text = file.read()
    if (text === before) {
      terminal.err(code === 0 ? `nothing was changed in ${secret.path}\n` : 'given up; nothing was written\n')
      return code
    }
    const made = await seal(text)
    if (made.ok) {
      save(secret, made.result, terminal)
      return 0
    }
    code = await tellProblems({ path: secret.path, text }, made.problems, terminal, world)
    terminal.err('the editor is opened again with what you wrote; close it without a change to give up\n')
    await waitForEnter(terminal.input, terminal.err)
    before = text
  }
}

/** Where the file was changed meanwhile, the edit is kept beside it, encrypted. */
function save(secret: LoadedFile, text: string, terminal: Terminal): void {
  const { top, path } = secret.file
  if (secret.bytes === undefined) {
    createFile(top, path, text)
    terminal.err(`made ${secret.path}, encrypted\n`)
    return
  }
  if (text === secret.text) {
    terminal.err(`nothing was changed in ${secret.path}\n`)
    return
  }
  try {
    saveFile(secret, text)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const beside = path.replace(/([^/]*?)(\.[^./]*)?$/, '$1.edited$2')
    createFile(top, beside, text)
    throw new Failure('broken', error.said, say`your edit is in ${name(beside)}, encrypted: take what you need of it, and remove it`)
  }
  terminal.err(`encrypted ${secret.path}\n`)
}
