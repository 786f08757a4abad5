import { GlobSet } from '../../core/glob.ts'
import type { Tokens } from '../../core/pointer.ts'

/**
 * Names of values, however a program writes them: `ssl_mode`, `sslMode`, `ssl-mode` and `SSL_MODE` are one key to
 * people, and so they are to the rules that look for values by their keys.
 */
export class FieldSet {
  readonly #globs: GlobSet
  readonly #known = new Map<string, string>()

  constructor(globs: Iterable<Tokens>) {
    this.#globs = new GlobSet(Array.from(globs, (glob) => glob.map(bareKey)))
  }

  matches(tokens: Tokens): boolean {
    return this.#globs.matches(tokens.map((token) => this.#bare(token)))
  }

  #bare(token: string): string {
    let bare = this.#known.get(token)
    if (bare === undefined) this.#known.set(token, (bare = bareKey(token)))
    return bare
  }
}

/** A key without case and without what parts its words. */
export function bareKey(key: string): string {
  return key.toLowerCase().replace(/[-_. ]/g, '')
}
