import { createFile } from '../../adapters/create-file.ts'
import { readSecretInput } from '../../adapters/secret-input.ts'
import { Failure } from '../../core/failure.ts'
import { whenLoaded } from '../../core/lazy.ts'
import { name, say } from '../../core/message.ts'
import type { SopsNode } from '../../core/sops/document.ts'
import type { ValueType } from '../../core/sops/value-types.ts'
import { encryptDocuments } from '../../queries/secrets/encrypt.ts'
import { documentOf, nodeOf, typeAt, type ValuePlace } from '../../queries/secrets/values.ts'
import { openSecret, proveOpens } from '../../queries/secrets/world.ts'
import { editSops } from '../../stages/sops/edit.ts'
import { setAt } from '../../stages/sops/set-at.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { tellClear } from './clear.ts'
import { ruleOfNew } from './encrypt.ts'
import { findFile, saveFile, type LoadedFile } from './files.ts'
import { placeOf } from './place.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld, type OpenSecretsWorld } from './world.ts'

export interface SetOptions extends WhereOptions {
  readonly document?: string
  readonly type: ValueType
  readonly value?: string
  readonly dryRun?: boolean
}

/** Gives one value of a file another content, or makes the file; the value comes from standard input or a prompt. */
export async function runSet(named: string, at: string, options: SetOptions, terminal: Terminal): Promise<number> {
  const place = placeOf(at, options.document)
  const world = await openSecretsWorld(terminal)
  const secret = findFile(named, options, terminal)
  if (secret.bytes === undefined) return create(secret, place, { options, terminal, world })
  // Asked for before the value is: nobody types a password for nothing.
  const found = await openSecret(secret, world)
  if (!found.ok) return tellProblems(secret, found.problems, terminal, world)
  const { opened } = found.result
  const type = options.type === 'as it was' ? typeAt(opened, place) : options.type
  const value = await readValue(type, { options, terminal, world })
  const edited = editSops(opened, [setAt(opened, place, value)], world.now, world.run)
  if (!edited.ok) return tellProblems(secret, edited.problems, terminal, world)
  if (edited.result === secret.text) terminal.err(`${named} has this value already; nothing was written\n`)
  else if (options.dryRun === true) terminal.err(`would set ${at} in ${named}; nothing was written\n`)
  else {
    proveOpens({ path: secret.path, text: edited.result }, opened.dataKey, world)
    saveFile(secret, edited.result)
    terminal.err(`set ${at} in ${named}\n`)
  }
  if (edited.result !== secret.text) tellClear(opened, { path: named, text: edited.result }, terminal, world)
  return 0
}

interface Run {
  readonly options: SetOptions
  readonly terminal: Terminal
  readonly world: OpenSecretsWorld
}

async function create(secret: LoadedFile, place: ValuePlace, run: Run): Promise<number> {
  const { options, terminal, world } = run
  if (place.document !== 0) throw new Failure('usage', say`${name(secret.path)} is a new file: its first document is number 0`)
  const rule = await whenLoaded(() => ruleOfNew(secret, [], world, terminal))
  const value = await readValue(options.type === 'as it was' ? 'str' : options.type, run)
  const made = await encryptDocuments({ path: secret.path, documents: [documentOf(place.tokens, value)] }, rule, world)
  if (!made.ok) return tellProblems(secret, made.problems, terminal, world)
  if (options.dryRun === true) terminal.err(`would make ${secret.path}; nothing was written\n`)
  else {
    createFile(secret.file.top, secret.file.path, made.result)
    terminal.err(`made ${secret.path}, encrypted\n`)
  }
  return 0
}

async function readValue(type: Exclude<ValueType, 'as it was'>, { options, terminal, world }: Run): Promise<SopsNode> {
  const text = options.value ?? (await readSecretInput(terminal.input, terminal.err))
  const node = nodeOf(text, type, world.run)
  if (node !== undefined) return node
  throw new Failure('usage', say`the value is none of the type ${name(type)}; nothing was changed`, say`--type str takes any text`)
}
