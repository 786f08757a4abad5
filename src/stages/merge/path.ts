import type { Tokens } from '../../core/pointer.ts'

/** A path as a linked list: merging allocates a step only where it descends or complains. The root's `up` is absent. */
export interface Path {
  readonly up: Path | undefined
  readonly token: string
}

export function tokensTo(path: Path): Tokens {
  const tokens: string[] = []
  for (let at = path; at.up !== undefined; at = at.up) tokens.push(at.token)
  return tokens.reverse()
}
