import { compareText } from '../../../core/collector.ts'
import { name, say, type Message } from '../../../core/message.ts'
import { own, type Mapping, type Value } from '../../../core/value.ts'
import { scalarText } from '../flat.ts'
import { engineArguments } from './engine.ts'
import type { NativeService } from './input.ts'
import { isScalar, listAt, partAt } from './read.ts'
import { isOwnVariable, secretVariables, type SecretVariable } from './secrets.ts'

export interface Variable {
  readonly name: string
  readonly text: string
}

/** What is started in a container, and with which variables. */
export interface Process {
  /** Instead of the image's own entry point; empty for that. */
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly variables: readonly Variable[]
  readonly secrets: readonly SecretVariable[]
}

/** A variable of a container; Kubernetes refuses others. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_.-]*$/
/** What Linux hands to a process in one piece (MAX_ARG_STRLEN), but for the name of a variable. */
const LONGEST_TEXT = 130_000

/**
 * Reads of a service's document how it is started.
 *
 * @param weights where containers see the weights of models, if the deployment says so
 * @param problem called with what no container can be given
 */
export function processOf(
  service: NativeService,
  weights: string | undefined,
  problem: (said: Message) => void,
): Process {
  const { value, name: whose } = service
  const container = partAt(value, 'container')
  const lost = (key: string): void => { problem(say`${name(key)} of ${name(whose)} is no scalar, and a process is given texts`) }
  const hasArgs = own(container, 'args') !== undefined
  const args = hasArgs ? wordsAt(container, 'args', lost) : engineArguments(service, weights)
  const { variables, secrets } = variablesOf(service, problem)
  const texts = [...args, ...variables.map(({ text }) => text)]
  if (texts.some((text) => Buffer.byteLength(text) > LONGEST_TEXT)) {
    const said = say`an argument or a variable of ${name(whose)} has more than ${LONGEST_TEXT} bytes`
    problem(say`${said}: Linux starts no process with one`)
  }
  return { command: wordsAt(container, 'command', lost), args, variables, secrets }
}

/** The words of a command: numbers are words, too. */
function wordsAt(container: Mapping, key: string, lost: (key: string) => void): string[] {
  return listAt(container, key).flatMap((item, i) => {
    if (isScalar(item)) return scalarText(item)
    lost(`container.${key}[${String(i)}]`)
    return []
  })
}

function variablesOf(service: NativeService, problem: (said: Message) => void): Pick<Process, 'variables' | 'secrets'> {
  const whose = name(service.name)
  const plain = plainVariables(service, problem)
  const secrets = new Map<string, SecretVariable>()
  const taken = (variable: string): void => {
    problem(say`two values of ${whose} would both be the variable ${name(variable)}, and its process would lack one`)
  }
  for (const secret of secretVariables(service, ({ variable }) => { taken(variable) })) {
    const { variable, tokens: [block] } = secret
    const other = plain.get(variable)
    const isOwn = isOwnVariable(secret.tokens)
    if (other !== undefined && !(isOwn && other.block !== block)) taken(variable)
    if (other?.block === 'container' && isOwn) continue
    plain.delete(variable)
    secrets.set(variable, secret)
  }
  const bad = [...plain.keys(), ...secrets.keys()].filter((variable) => !VARIABLE.test(variable))
  for (const variable of bad) {
    problem(say`${name(variable)} of ${whose} cannot be the name of a variable`)
    plain.delete(variable)
    secrets.delete(variable)
  }
  const sorted = [...plain].sort(([a], [b]) => compareText(a, b))
  return { variables: sorted.map(([key, { text }]) => ({ name: key, text })), secrets: [...secrets.values()] }
}

interface PlainVariable {
  readonly text: string
  readonly block: 'engine' | 'container'
}

/** What documents give variables in clear: `container` before `engine`. Null is none. */
function plainVariables(service: NativeService, problem: (said: Message) => void): Map<string, PlainVariable> {
  const { name: whose, value } = service
  const found = new Map<string, PlainVariable>()
  for (const block of ['engine', 'container'] as const) {
    const env = partAt(partAt(value, block), 'env')
    for (const key of Object.keys(env)) {
      const at = env[key] as Value
      if (isScalar(at)) found.set(key, { text: scalarText(at), block })
      else if (at !== null) problem(say`${name(`${block}.env.${key}`)} of ${name(whose)} is no scalar, and a process is given texts`)
    }
  }
  return found
}
