import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { tokensOf } from '../../core/pointer.ts'
import type { ValuePlace } from '../../queries/secrets/values.ts'

/** A value as it is named on the command line. */
export function placeOf(text: string, document: string | undefined): ValuePlace {
  const tokens = tokensOf(text)
  const index = Number(document ?? '0')
  if (tokens === undefined || tokens.length === 0) {
    throw new Failure('usage', say`${name(text)} names no value`, say`write it as a JSON Pointer: /database/password`)
  }
  if (!Number.isInteger(index) || index < 0) throw new Failure('usage', say`documents are counted from 0`)
  return { tokens, document: index }
}
