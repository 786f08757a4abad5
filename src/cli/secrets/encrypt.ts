import { createFile } from '../../adapters/create-file.ts'
import { headHas } from '../../adapters/git/head-has.ts'
import { Failure } from '../../core/failure.ts'
import { whenLoaded } from '../../core/lazy.ts'
import { name, say } from '../../core/message.ts'
import { MAX_FILE_BYTES } from '../../core/ports.ts'
import { ageRecipientsOf } from '../../core/sops/creation-rules.ts'
import { DEFAULT_SELECTOR } from '../../core/sops/select.ts'
import { encryptText, type EncryptRule } from '../../queries/secrets/encrypt.ts'
import { sopsFormatOf } from '../../stages/sops/read.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { findFile, isText, loadFile, saveFile, withoutMark, type LoadedFile } from './files.ts'
import { openRuleBook } from './rules.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld, type OpenSecretsWorld } from './world.ts'

export interface EncryptOptions extends WhereOptions {
  readonly output?: string
  readonly recipient: readonly string[]
  readonly dryRun?: boolean
}

/** Encrypts a file in its place, or into another one. */
export async function runEncrypt(named: string, options: EncryptOptions, terminal: Terminal): Promise<number> {
  const world = await openSecretsWorld(terminal)
  const source = loadFile(named, options, terminal)
  const target = options.output === undefined ? source : findFile(options.output, options, terminal)
  if (target !== source && target.bytes !== undefined) throw new Failure('usage', say`${name(target.path)} exists already`)
  if (sopsFormatOf(target.path) !== sopsFormatOf(source.path)) {
    throw new Failure('usage', say`${name(target.path)} has another format than ${name(source.path)}`)
  }
  if (sopsFormatOf(source.path) !== 'binary' && !isText(source)) throw new Failure('usage', say`${name(named)} is no UTF-8 text`)
  const rule = await whenLoaded(() => ruleOfNew(target, options.recipient, world, terminal))
  const content = world.run.cipher.keepBytes(source.bytes)
  const encrypted = await encryptText({ path: source.path, text: withoutMark(source.text), content }, rule, world)
  if (!encrypted.ok) return tellProblems(source, encrypted.problems, terminal, world)
  if (Buffer.byteLength(encrypted.result) > MAX_FILE_BYTES) {
    throw new Failure('usage', say`${name(target.path)} would be larger than ${MAX_FILE_BYTES} bytes, and Cairn reads no such file`)
  }
  if (options.dryRun === true) terminal.err(`would encrypt ${target.path} to ${rule.groups.flat().join(', ')}; nothing was written\n`)
  else {
    if (target === source) saveFile(source, encrypted.result)
    else createFile(target.file.top, target.file.path, encrypted.result)
    terminal.err(`encrypted ${target.path}\n`)
  }
  if (headHas(source.file)) {
    terminal.err(`${source.path} has been committed in clear: its values stay readable in Git's history, so change them where they come from\n`)
  }
  return 0
}

/** What holds for a new file: its rule in `.sops.yaml`, or the recipients that were named. */
export function ruleOfNew(
  { file, path }: Pick<LoadedFile, 'file' | 'path'>,
  named: readonly string[],
  world: OpenSecretsWorld,
  terminal: Terminal,
): EncryptRule {
  const rule = openRuleBook(world.run.regexp, terminal).ruleOf(file)
  const how = { selector: rule?.selector ?? DEFAULT_SELECTOR, macOnlyEncrypted: rule?.macOnlyEncrypted ?? false }
  if (named.length > 0) return { ...how, groups: [[...new Set(named)]], threshold: 1 }
  if (rule === undefined) {
    throw new Failure('usage', say`no rule of .sops.yaml says who is to open ${name(path)}`, say`add one, such as creation_rules: [{age: age1…}], or name somebody with --recipient`)
  }
  const foreign = rule.groups.flat().find(({ type }) => type !== 'age')
  if (foreign !== undefined) {
    throw new Failure('usage', say`the rule for ${name(path)} has keys of ${name(foreign.type)}, to which Cairn cannot encrypt`, say`sops does it`)
  }
  return { ...how, groups: ageRecipientsOf(rule).map((group) => [...new Set(group)]), threshold: rule.threshold }
}
