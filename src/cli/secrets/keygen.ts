import { resolve } from 'node:path'
import { createAge } from '../../adapters/age/age.ts'
import { defaultKeyFile } from '../../adapters/identities.ts'
import { writeKeyFile } from '../../adapters/key-file.ts'
import type { Terminal } from '../terminal.ts'

export interface KeygenOptions {
  readonly output?: string
  readonly add?: boolean
  readonly postQuantum?: boolean
}

/** Makes a key; the recipient is printed, the private key is written to a file and never shown. */
export async function runKeygen({ output, add, postQuantum }: KeygenOptions, terminal: Terminal): Promise<number> {
  const usual = defaultKeyFile({ variables: terminal.variables, platform: process.platform })
  const path = output === undefined ? usual : resolve(terminal.directory, output)
  const identity = await createAge().generate(postQuantum === true ? 'hybrid' : 'x25519')
  const now = `${new Date().toISOString().slice(0, 19)}Z`
  writeKeyFile(path, identity, { now, add: add === true })
  terminal.out(`${identity.recipient}\n`)
  terminal.err(`wrote the private key to ${path}: keep a copy, without it nothing opens\n`)
  terminal.err(output === undefined ? 'what is printed is the recipient: put it into .sops.yaml\n' : `to use it: SOPS_AGE_KEY_FILE=${path}\n`)
  return 0
}
