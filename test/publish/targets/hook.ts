import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A hook of the remote. */
export function hook({ remote }: { readonly remote: string }, name: string, lines: readonly string[]): void {
  mkdirSync(join(remote, 'hooks'), { recursive: true })
  writeFileSync(join(remote, 'hooks', name), `#!/bin/sh\n${lines.join('\n')}\n`)
  chmodSync(join(remote, 'hooks', name), 0o755)
}
