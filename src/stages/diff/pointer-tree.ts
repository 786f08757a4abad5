import type { Tokens } from '../../core/pointer.ts'

interface Branch {
  isMember: boolean
  readonly children: Map<string, Branch>
}

const emptyBranch = (): Branch => ({ isMember: false, children: new Map<string, Branch>() })

/** A set of pointers that answers whether one of them is at, above or below another pointer. */
export class PointerTree {
  readonly #root = emptyBranch()

  add(tokens: Tokens): void {
    let at = this.#root
    for (const token of tokens) {
      let child = at.children.get(token)
      if (child === undefined) at.children.set(token, (child = emptyBranch()))
      at = child
    }
    at.isMember = true
  }

  touches(tokens: Tokens): boolean {
    let at = this.#root
    for (const token of tokens) {
      if (at.isMember) return true
      const child = at.children.get(token)
      if (child === undefined) return false
      at = child
    }
    return at.isMember || at.children.size > 0
  }
}
