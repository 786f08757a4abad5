import type { Tokens } from '../../../core/pointer.ts'
import { isList, isMapping, own, type Mapping, type Value } from '../../../core/value.ts'
import type { NativeService } from './input.ts'
import { textAt } from './read.ts'

/** A variable of a process that holds a secret, and who has it. */
export interface SecretVariable {
  /** `SECURITY_API_KEY` of `/security/api_key_secret` and of a sealed `/security/api_key`, as in a dotenv artifact. */
  readonly variable: string
  /** The name under which the platform keeps it; undefined for a sealed leaf, which only its file has. */
  readonly kept: { readonly name: string; readonly key: string } | undefined
  /** Where in the document it comes from. */
  readonly tokens: Tokens
}

/**
 * The secrets that a service's process gets: references to kept ones, and sealed leaves.
 *
 * @param twice called with each place whose secret another one takes the variable of: the process would lack one
 */
export function secretVariables(
  { value, sealed }: NativeService,
  twice: (lost: SecretVariable) => void,
): SecretVariable[] {
  const found = new Map<string, SecretVariable>()
  const add = (secret: SecretVariable): void => {
    const known = found.get(secret.variable)
    if (known === undefined || isOverlay(known, secret)) found.set(secret.variable, secret)
    else if (!isOverlay(secret, known) && !isSame(known, secret)) twice(secret)
  }
  for (const tokens of sealed) add({ variable: variableOf(tokens), kept: undefined, tokens })
  search(value, [], add)
  return [...found.values()].sort((a, b) => (a.variable < b.variable ? -1 : 1))
}

/** Whether a variable of `container.env` takes the place of one of `engine.env`. */
function isOverlay(below: SecretVariable, above: SecretVariable): boolean {
  const areOwn = isOwnVariable(below.tokens) && isOwnVariable(above.tokens)
  return areOwn && below.tokens[0] === 'engine' && above.tokens[0] === 'container'
}

function isSame(a: SecretVariable, b: SecretVariable): boolean {
  return a.kept !== undefined && a.kept.name === b.kept?.name && a.kept.key === b.kept.key
}

function search(value: Value, path: string[], add: (secret: SecretVariable) => void): void {
  if (isList(value)) {
    for (const [i, item] of value.entries()) search(item, [...path, String(i)], add)
    return
  }
  if (!isMapping(value)) return
  for (const key of Object.keys(value)) {
    const child = value[key] as Value
    const kept = key.endsWith('_secret') && isMapping(child) ? keptIn(child) : undefined
    if (kept === undefined || !isMapping(child)) {
      search(child, [...path, key], add)
      continue
    }
    const variable = textAt(child, 'variable') ?? variableOf([...path, key.slice(0, -'_secret'.length)])
    add({ variable, kept, tokens: [...path, key] })
  }
}

function keptIn(reference: Mapping): { name: string; key: string } | undefined {
  const [name, key] = [own(reference, 'name'), own(reference, 'key')]
  return typeof name === 'string' && typeof key === 'string' ? { name, key } : undefined
}

function variableOf(tokens: Tokens): string {
  return isOwnVariable(tokens) ? (tokens[2] as string) : environmentName(tokens)
}

/** Whether a document gives a variable its name there: `engine.env.HF_TOKEN`. */
export function isOwnVariable(tokens: Tokens): boolean {
  return tokens.length === 3 && (tokens[0] === 'engine' || tokens[0] === 'container') && tokens[1] === 'env'
}

/** `['security', 'api_key']` is `SECURITY_API_KEY`. */
export function environmentName(tokens: Tokens): string {
  return tokens.map((token) => token.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()).join('_')
}
