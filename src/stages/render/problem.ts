import type { Message } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'

/** What a format cannot hold, and where in the value it stands. */
export interface RenderProblem {
  readonly tokens: Tokens
  readonly said: Message
}

export type Tell = (problem: RenderProblem) => void
