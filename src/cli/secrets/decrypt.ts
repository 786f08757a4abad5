import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { openSecret } from '../../queries/secrets/world.ts'
import { bytesInClear } from '../../stages/sops/clear.ts'
import type { OpenedFile } from '../../stages/sops/open.ts'
import { binaryContent, plainText } from '../../stages/sops/plain-text.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { loadFile } from './files.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld } from './world.ts'

export interface DecryptOptions extends WhereOptions {
  readonly output?: string
}

/** Prints a file in clear, in its own format; writes it to a new file that only its owner can read, if asked. */
export async function runDecrypt(named: string, options: DecryptOptions, terminal: Terminal): Promise<number> {
  const world = await openSecretsWorld(terminal)
  const secret = loadFile(named, options, terminal)
  const found = await openSecret(secret, world)
  if (!found.ok) return tellProblems(secret, found.problems, terminal, world)
  const clear = inClear(found.result.opened)
  if (!clear.ok) return tellProblems(secret, clear.problems, terminal, world)
  if (options.output === undefined) terminal.out(clear.result)
  else writeNew(resolve(terminal.directory, options.directory ?? '.', options.output), options.output, clear.result)
  return 0
}

function inClear(opened: OpenedFile) {
  if (opened.file.format !== 'binary') return plainText(opened)
  return { ok: true, result: bytesInClear(binaryContent(opened)) } as const
}

function writeNew(file: string, shown: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new Failure(exists ? 'usage' : 'broken', exists ? say`${name(shown)} exists already` : say`${name(shown)} cannot be written`)
  }
}
