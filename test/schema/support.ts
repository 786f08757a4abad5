import type { Finding } from '../../src/core/finding.ts'
import { locate, showLocation } from '../../src/core/place.ts'
import { pointer, tokensOf, type Tokens } from '../../src/core/pointer.ts'
import { createSchemas, type RegExpPort, type SchemaNode, type SchemaSet } from '../../src/core/schema/schemas.ts'
import { Opaque } from '../../src/core/opaque.ts'
import { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'
import { isList, isMapping, type Value } from '../../src/core/value.ts'
import { checkSchemas } from '../../src/stages/schema/check.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'

/** The host's regular expressions: the tests' patterns are harmless. */
export const regexp: RegExpPort = {
  test: (pattern, text) => {
    try {
      return new RegExp(pattern, 'u').test(text)
    } catch {
      return undefined
    }
  },
}

export const PATH = 'schemas/test.yaml'

/** Schemas from YAML texts by path; one text alone is `schemas/test.yaml`. */
export function schemas(files: string | Readonly<Record<string, string>>): SchemaSet {
  const all = typeof files === 'string' ? { [PATH]: files } : files
  return createSchemas(Object.entries(all).map(([path, text]) => ({ path, tree: treeOf(path, text) })), regexp)
}

function treeOf(path: string, text: string): Tree {
  const findings: Finding[] = []
  const [tree] = parseFile(path, Buffer.from(text), { stream: false, tags: new Map() }, (found) => findings.push(found))
  if (tree === undefined || findings.length > 0) throw new Error(`${path}: ${findings.map(({ message }) => message).join(', ')}`)
  return tree
}

/** A schema that no text is needed for: it has no places. */
export function schemaOf(value: unknown): SchemaNode {
  const tree: Tree = { source: new Source(PATH, ''), value: value as Value, keys: [null], spans: new Int32Array([-1, -1, 0, 0, 1]) }
  return rootOf(createSchemas([{ path: PATH, tree }], regexp))
}

export function rootOf(set: SchemaSet, path = PATH): SchemaNode {
  const root = set.root(path)
  if (root === undefined) throw new Error(`no schema ${path}`)
  return root
}

/** `#/properties/a` in the tested file, `schemas/other.yaml#/…` in others. */
export function refTo(node: SchemaNode): string {
  return `${node.document.path === PATH ? '' : node.document.path}#${pointer(node.tokens)}`
}

export function tokens(text: string): Tokens {
  const found = tokensOf(text)
  if (found === undefined) throw new Error(`no pointer: ${text}`)
  return found
}

const MARK = '▶'

/** Takes the mark out of the one file that has it; `at` is where it was, as `file:line:column`. */
export function unmark(files: string | Readonly<Record<string, string>>): { files: Record<string, string>; at: string } {
  let at = 'no mark'
  const clean: Record<string, string> = {}
  for (const [path, text] of Object.entries(typeof files === 'string' ? { [PATH]: files } : files)) {
    const before = text.slice(0, Math.max(0, text.indexOf(MARK))).split('\n')
    if (text.includes(MARK)) at = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
    clean[path] = text.replace(MARK, '')
  }
  return { files: clean, at }
}

/** What `checkSchemas` reports. */
export function check(set: SchemaSet): Finding[] {
  const findings: Finding[] = []
  checkSchemas(set, (found) => findings.push(found))
  return findings
}

/** `file:line:column rule message`, and the places of what it relates to. */
export function told({ place, rule, message, related }: Finding): string {
  const others = related.map((other) => ` < ${showLocation(locate(other.place))}`).join('')
  return `${showLocation(locate(place))} ${rule} ${message}${others}`
}

/** Opaque leaves as their name in angle brackets. */
export function legible(value: Value): unknown {
  if (value instanceof Opaque) return `<${value.opaque}>`
  if (isList(value)) return value.map(legible)
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, legible(child)])) : value
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Opaque)) {
    for (const child of Object.values(value)) deepFreeze(child)
    Object.freeze(value)
  }
  return value
}
