import { finding, type Report } from './finding.ts'
import { list, name, say, type Message } from './message.ts'
import { didYouMean, nearest } from './nearest.ts'
import { HOLE } from './opaque.ts'
import { keyPlace, valuePlace, childrenOf, findNode, ROOT, type Tree } from './tree.ts'
import type { SpanPlace } from './place.ts'
import { isList, isMapping, kindOf, own, type Value } from './value.ts'

/** A value of `cairn.yaml` or of an environment file, and the node where it stands. */
export interface Setting {
  readonly tree: Tree
  readonly node: number
  readonly value: Value
}

/** What a mapping of settings holds, by key. */
export type Fields = ReadonlyMap<string, Setting>

export function rootOf(tree: Tree): Setting {
  return { tree, node: ROOT, value: tree.value }
}

export function placeOf(setting: Setting): SpanPlace {
  return valuePlace(setting.tree, setting.node)
}

/** The key of a mapping's entry; the whole item in a list. */
export function keyOf(setting: Setting): SpanPlace {
  return keyPlace(setting.tree, setting.node)
}

/** True for what says nothing: null, or a hole whose finding has been reported. */
export function isBlank(setting: Setting): boolean {
  return setting.value === null || setting.value === HOLE
}

/** Every entry of a mapping by key; empty for anything else. */
export function fieldsOf(setting: Setting): Fields {
  const { tree, node, value } = setting
  const fields = new Map<string, Setting>()
  if (!isMapping(value)) return fields
  const nodes = new Map<string, number>()
  for (const child of childrenOf(tree, node)) {
    const key = tree.keys[child]
    if (typeof key === 'string') nodes.set(key, child)
  }
  for (const key of Object.keys(value)) {
    const at = nodes.get(key) ?? findNode(tree, [key], node)
    fields.set(key, { tree, node: at < 0 ? node : at, value: own(value, key) as Value })
  }
  return fields
}

/** The items of a list; empty for anything else. */
export function itemsOf(setting: Setting): readonly Setting[] {
  const { tree, node, value } = setting
  const items: Setting[] = []
  if (!isList(value)) return items
  for (const child of childrenOf(tree, node)) {
    if (items.length < value.length) items.push({ tree, node: child, value: value[items.length] as Value })
  }
  return items
}

export function wrongType(setting: Setting, expected: Message, report: Report): void {
  if (setting.value === HOLE) return
  report(finding('config/wrong-type', placeOf(setting), say`expected ${expected}, found ${kindOf(setting.value)}`))
}

export function badValue(setting: Setting, message: Message, report: Report): void {
  report(finding('config/bad-value', placeOf(setting), message))
}

/**
 * The fields of a mapping that are known and say something. Unknown keys are findings; a key with null is a key that
 * was left empty, and counts as absent.
 */
export function readFields(setting: Setting, known: readonly string[], report: Report): Fields {
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping`, report)
  const fields = new Map<string, Setting>()
  for (const [key, field] of fieldsOf(setting)) {
    if (known.includes(key)) {
      if (!isBlank(field)) fields.set(key, field)
      continue
    }
    const near = didYouMean(key, known)
    const hint = near === '' ? say`; known here: ${list(known.map(name))}` : near
    report(finding('config/unknown-key', keyOf(field), say`unknown key ${name(key)}${hint}`))
  }
  return fields
}

/** Whether a key that is missing is there under a name that `readFields` has reported as a slip of it. */
export function isMistyped(setting: Setting, missing: string, known: readonly string[]): boolean {
  for (const key of fieldsOf(setting).keys()) if (!known.includes(key) && nearest(key, known) === missing) return true
  return false
}

/** A string that is not empty; `undefined` with a finding for anything else. */
export function readString(setting: Setting, expected: Message, report: Report): string | undefined {
  const { value } = setting
  if (typeof value !== 'string') {
    const quote = typeof value === 'number' || typeof value === 'boolean' ? say`; quote it to make it a string` : say``
    wrongType(setting, say`${expected}`, (found) => { report({ ...found, message: say`${found.message}${quote}` }) })
    return undefined
  }
  if (value !== '') return value
  badValue(setting, say`expected ${expected}, this is empty`, report)
  return undefined
}

export function readBoolean(setting: Setting, report: Report): boolean | undefined {
  if (typeof setting.value === 'boolean') return setting.value
  wrongType(setting, say`true or false`, report)
  return undefined
}

/** The items of a list; `undefined` with a finding for anything else. */
export function readList(setting: Setting, expected: Message, report: Report): readonly Setting[] | undefined {
  if (isList(setting.value)) return itemsOf(setting)
  wrongType(setting, expected, report)
  return undefined
}

/** One of a few words. */
export function readChoice<T extends string>(setting: Setting, choices: readonly T[], report: Report): T | undefined {
  const { value } = setting
  const words = list(choices.map(name), 'or')
  const choice = choices.find((word) => word === value)
  if (typeof value !== 'string') {
    wrongType(setting, words, report)
  } else if (choice === undefined) {
    badValue(setting, say`expected ${words}, found ${name(value)}${didYouMean(value, choices)}`, report)
  }
  return choice
}

/** What has a name of its own. */
export type Named = 'environment' | 'kind' | 'document'

/** Says what is wrong with a name of an environment, kind or document; `undefined` where it can be written. */
export function nameProblem(text: string, of: Named): Message | undefined {
  if (text === '') return say`the name of the ${name(of)} is empty`
  if (UNWRITABLE.test(text)) return say`the ${name(of)} ${name(text)} has a character in its name that cannot be written`
  return undefined
}

/** Control characters, line separators, and what stands for bytes that are not UTF-8. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/
