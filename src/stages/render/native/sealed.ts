import { name, say, type Message } from '../../../core/message.ts'
import { pointer, type Tokens } from '../../../core/pointer.ts'
import { valueAt } from '../../../core/value.ts'
import type { NativeService } from './input.ts'
import { isOwnVariable } from './secrets.ts'

/** Blocks of a document that containers are made of. */
const STARTING = ['image', 'container', 'engine', 'model', 'network', 'resources', 'health', 'storage', 'depends_on']
/** Single values that decide what is made of a document. */
const DECIDING = new Set(['/security/ssl_enabled', '/settings/appendonly'])

/**
 * Tells what only a key opens and containers cannot do without: what they are made of, and lists, which go as a whole.
 *
 * @returns whether what containers are made of is known
 */
export function checkSealed(service: NativeService, problem: (said: Message) => void): boolean {
  const { kind, value, sealed } = service
  const whose = name(`${kind}/${service.name}`)
  const lists = new Set<string>()
  for (const tokens of sealed) {
    if (isStarting(tokens)) {
      problem(say`${pointer(tokens)} of ${whose} is sealed: containers cannot be started without it`)
      continue
    }
    const depth = tokens.findIndex((_, i) => valueAt(value, tokens.slice(0, i)) === undefined)
    if (depth < 0 || lists.has(pointer(tokens.slice(0, depth)))) continue
    const list = pointer(tokens.slice(0, depth))
    lists.add(list)
    problem(say`${list} of ${whose} is a list with a sealed item, and so left out: containers would not see the rest of it either`)
  }
  return !sealed.some(isStarting)
}

/** Whether a sealed leaf is part of what a container is made of; others reach the process as variables. */
function isStarting(tokens: Tokens): boolean {
  return (STARTING.includes(tokens[0] ?? '') && !isOwnVariable(tokens)) || DECIDING.has(pointer(tokens))
}
