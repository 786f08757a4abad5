import type { TargetName } from './publication.ts'
import { withoutPassword } from './without-password.ts'

export interface TargetParts {
  /** Placeholders filled. */
  readonly to: TargetName
  /** A folder of the branch; empty for all of it. */
  readonly path: string
  /** A remote's name or URL; only branches have one. */
  readonly remote: string
}

/**
 * The one spelling of a target, which an entry of the chain is bound to: `branch:deploy`, and where it differs from
 * what counts without a word, `branch:deploy in clusters/eu of git@github.com:example/fleet.git`.
 */
export function targetText({ to: { scheme, at }, path, remote }: TargetParts): string {
  const name = `${scheme}:${at}`
  if (scheme !== 'branch') return name
  return `${name}${path === '' ? '' : ` in ${path}`}${remote === 'origin' ? '' : ` of ${withoutPassword(remote)}`}`
}
