import { name, say } from '../../../core/message.ts'
import type { Tokens } from '../../../core/pointer.ts'
import type { Tell } from '../problem.ts'

/** Where a container sees something of outside, and the place in the deployment that says so. */
export interface Mount {
  readonly path: string
  readonly tokens: Tokens
}

/** Tells what is mounted where something else is: Kubernetes refuses it, and Docker Compose takes one of both. */
export function checkMounts(mounts: readonly Mount[], tell: Tell): void {
  const known = new Set<string>()
  for (const { path, tokens } of mounts) {
    const plain = path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '')
    if (known.has(plain)) tell({ tokens, said: say`containers would see two things at ${name(path)}` })
    known.add(plain)
  }
}
