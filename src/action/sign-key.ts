import { beforeEnding } from '../adapters/ending.ts'
import { createPrivateFile } from '../adapters/private-file.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import type { Variables } from '../workspace.ts'

const PRIVATE_KEY = /^-----BEGIN [A-Z ]*PRIVATE KEY-----\n[\s\S]+\n-----END [A-Z ]*PRIVATE KEY-----$/

/**
 * Does something with a private key in a file, which ssh-keygen(1) asks for: only its owner can read it, and it is
 * wiped in the end, also where a signal ends the run.
 *
 * @param key the key's text; empty for none
 * @throws Failure (usage) where it is no key; what it is instead is not told
 */
export async function withSignKey<T>(
  key: string,
  variables: Variables,
  run: (path: string | undefined) => Promise<T>,
): Promise<T> {
  if (key === '') return run(undefined)
  const text = key.replaceAll('\r\n', '\n').trim()
  if (!PRIVATE_KEY.test(text)) {
    throw new Failure('usage', say`the input sign-key holds no private key`, say`it takes the file that ssh-keygen writes, with all of its lines, and no passphrase`)
  }
  const file = createPrivateFile('sign-key', variables)
  const stop = beforeEnding(() => { file.wipe() })
  try {
    file.write(`${text}\n`)
    return await run(file.path)
  } finally {
    stop()
    file.wipe()
  }
}
