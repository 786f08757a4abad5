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
}

/** The secrets that a service's process gets, by variable: references to kept ones, and sealed leaves. */
export function secretVariables({ value, sealed }: NativeService): SecretVariable[] {
  const found = new Map<string, SecretVariable>()
  for (const tokens of sealed) {
    const variable = variableOf(tokens)
    found.set(variable, { variable, kept: undefined })
  }
  search(value, [], found)
  return [...found.values()].sort((a, b) => (a.variable < b.variable ? -1 : 1))
}

function search(value: Value, path: string[], found: Map<string, SecretVariable>): void {
  if (isList(value)) {
    for (const [i, item] of value.entries()) search(item, [...path, String(i)], found)
    return
  }
  if (!isMapping(value)) return
  for (const key of Object.keys(value)) {
    const child = value[key] as Value
    const kept = key.endsWith('_secret') && isMapping(child) ? keptIn(child) : undefined
    if (kept === undefined || !isMapping(child)) {
      search(child, [...path, key], found)
      continue
    }
    const variable = textAt(child, 'variable') ?? variableOf([...path, key.slice(0, -'_secret'.length)])
    if (!found.has(variable)) found.set(variable, { variable, kept })
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
