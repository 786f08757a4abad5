import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Location } from '../../src/core/place.ts'
import type { Tokens } from '../../src/core/pointer.ts'
import { Source } from '../../src/core/source.ts'
import { isList, isMapping, type Value } from '../../src/core/value.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { checkFiles } from '../helpers/memory.ts'
import { documents, values } from '../validate/arbitraries.ts'
import { nodesOf, type Node } from './edits/nodes.ts'

/** As SOPS 3.13 has it at the end of a file; it leaves in clear what is not to be encrypted. */
const METADATA = 'sops:\n  age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}]\n  lastmodified: "2026-11-23T02:47:02Z"\n  mac: ENC[AES256_GCM,data:PmXh,iv:ZLpq,tag:GKt7xGN/VlrHiQZg4cxYkg==,type:str]\n  version: 3.13.2\n'

/** A text in two versions: as it was encrypted, and with the plain values in the place of the envelopes. */
interface Twin {
  readonly sealed: string
  readonly plain: string
}

/** Writes a value a scalar a line, so that both versions have the same lines and columns. */
function write(of: Value, hides: () => boolean, indent = ''): Twin {
  const [children, keys] = isMapping(of) ? [Object.values(of), Object.keys(of)] : [isList(of) ? of : [], []]
  if (children.length === 0) {
    const plain = JSON.stringify(of)
    const canHide = of !== null && of !== '' && typeof of !== 'object'
    return { plain, sealed: canHide && hides() ? envelopeOf(of) : plain }
  }
  const twin = { sealed: '', plain: '' }
  for (const [i, child] of children.entries()) {
    const line = `\n${indent}${keys[i] === undefined ? '-' : `${keys[i]}:`} `
    const { sealed, plain } = write(child, hides, `${indent}  `)
    twin.sealed += line + sealed
    twin.plain += line + plain
  }
  return twin
}

let written = 0

function envelopeOf(value: Value): string {
  const type = typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float'
  const data = Buffer.from(String(++written)).toString('base64')
  return `ENC[AES256_GCM,data:${data},iv:ZLpq,tag:GKt7xGN/VlrHiQZg4cxYkg==,type:${type}]`
}

const REFERENCES = ['${cairn:things/a#/a}', '${cairn:things/a#/b}', 'see ${cairn:things/a#/kind}', '${cairn:things/a#/a/b}']

/** The value with references in the place of some leaves. */
function referring(of: Value, choose: () => number): Value {
  if (isMapping(of)) return Object.fromEntries(Object.entries(of).map(([key, item]) => [key, referring(item, choose)]))
  if (isList(of)) return of.map((item) => referring(item, choose))
  const chosen = Math.floor(choose() * 12)
  return REFERENCES[chosen] ?? of
}

/** What only the value of a scalar decides. */
const hard = fc.constantFrom({ minLength: 2 }, { minimum: 2 }, { enum: ['x', 1, true] }, { const: 'yes' }, { pattern: '^x' }, { multipleOf: 2 })
const below = fc.record({ properties: fc.record({ a: hard, b: hard, kind: hard }), items: hard, uniqueItems: fc.boolean() })
/** Any schema, and one of those for every scalar near the root. */
const schemas = fc.tuple(documents, fc.record({ a: below, b: below, kind: below }), fc.record({ a: hard, b: hard, kind: hard })).map(
  ([document, deep, flat]) => ({ ...document, allOf: [...document.allOf, { properties: deep }, { properties: flat }] }),
)

/** The same without what tries schemas out: of those only the nearest is told, and a key may show that it is another. */
const plainSchemas = schemas.map((schema) => without(['anyOf', 'oneOf', 'not', 'if', 'contains', 'propertyNames'], schema))

function without(keywords: readonly string[], of: unknown): unknown {
  if (Array.isArray(of)) return of.map((item) => without(keywords, item))
  if (typeof of !== 'object' || of === null) return of
  return Object.fromEntries(Object.entries(of).filter(([key]) => !keywords.includes(key)).map(([key, item]) => [key, without(keywords, item)]))
}

const mappings = values.filter((value) => isMapping(value))
const contents = fc.record({ base: mappings, overlay: mappings, referrer: mappings, random: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })) })

/** A repository with sealed leaves, and the same with plain ones. */
function repositories(schema: fc.Arbitrary<unknown>): fc.Arbitrary<{ readonly [version in keyof Twin]: Readonly<Record<string, string>> }> {
  return fc.tuple(schema, contents).map(([root, { base, overlay, referrer, random }]) => {
    const choose = (): number => random.next().value as number
    const twins = {
      'environments/base/things/a.yaml': write(base, () => choose() < 0.6),
      'environments/production/things/a.yaml': write(overlay, () => choose() < 0.6),
      'environments/production/things/b.yaml': write(referring(referrer, choose), () => false),
    }
    const filesAs = (version: keyof Twin): Record<string, string> => ({
      'schemas/things.json': JSON.stringify(root),
      'environments/base/environment.yaml': 'abstract: true\n',
      'environments/production/environment.yaml': 'inherits: [base]\n',
      ...Object.fromEntries(Object.entries(twins).map(([path, twin]) => [path, `${twin[version].replace(/^\n|^\{\}$/, '')}\n${METADATA}`])),
    })
    return { sealed: filesAs('sealed'), plain: filesAs('plain') }
  })
}

/** What is found, with what it is about. */
interface Found {
  readonly told: string
  readonly at: readonly Tokens[]
}

interface Both {
  /** Without a key, with one, and what was announced. */
  readonly few: readonly Found[]
  readonly all: readonly Found[]
  readonly open: readonly Tokens[]
}

async function checkBoth({ sealed, plain }: { readonly [version in keyof Twin]: Readonly<Record<string, string>> }): Promise<Both> {
  const [withoutKey, withKey] = [await checkFiles(sealed), await checkFiles(plain)]
  return {
    few: about(withoutKey.findings, sealed),
    all: about(withKey.findings, plain),
    open: withoutKey.undecided.flatMap(({ location }) => pointersOf(sealed, location)),
  }
}

/** Those that are not among others, by rule and place. */
function missing(found: readonly Found[], others: readonly Found[]): readonly Found[] {
  const known = new Set(others.map(({ told }) => told))
  return found.filter(({ told }) => !known.has(told))
}

const isAnyOf = (at: readonly Tokens[], others: readonly Tokens[], related: (a: Tokens, b: Tokens) => boolean): boolean =>
  at.some((tokens) => others.some((other) => related(other, tokens)))
/** Whether one pointer is at or above another. */
const leadsTo = (above: Tokens, at: Tokens): boolean => above.every((token, i) => at[i] === token)
const isOnPath = (a: Tokens, b: Tokens): boolean => leadsTo(a, b) || leadsTo(b, a)

/** Of all that is wrong with a value one mistake is told: where something was announced, a key may show a better one. */
test('what schemas and references find without a key is a part of what they find with it, and the rest was announced', { timeout: 120_000 }, async () => {
  let found = 0
  let announced = 0
  await fc.assert(
    fc.asyncProperty(repositories(plainSchemas), async (repository) => {
      const { few, all, open } = await checkBoth(repository)
      const isTold = ({ at }: Found): boolean => all.some((one) => isAnyOf(at, one.at, leadsTo))
      const lost = missing(few, all).filter((one) => !(isAnyOf(one.at, open, leadsTo) && isTold(one)))
      expect(lost).toEqual([])
      const rest = missing(all, few)
      expect(rest.filter(({ at }) => !isAnyOf(at, open, leadsTo))).toEqual([])
      found += few.length
      announced += rest.length
    }),
    { numRuns: 300 },
  )
  // The property must have had something to say.
  expect({ found: found > 100, announced: announced > 30 }).toEqual({ found: true, announced: true })
})

test('of unions and conditions too: what is wrong without a key is with it, and what is wrong with it was, or was announced', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(repositories(fc.oneof(documents, schemas)), async (repository) => {
      const { few, all, open } = await checkBoth(repository)
      const pathsOf = (found: readonly Found[]): readonly Tokens[] => found.flatMap(({ at }) => at)
      expect(few.filter(({ at }) => !isAnyOf(at, pathsOf(all), isOnPath))).toEqual([])
      expect(all.filter(({ at }) => !isAnyOf(at, [...open, ...pathsOf(few)], isOnPath))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

/** Findings about what values hold; those of the merge are about what hides them, too, and those of secrets about files. */
function about(findings: readonly SettledFinding[], files: Readonly<Record<string, string>>): readonly Found[] {
  return findings.filter(({ rule }) => !/^(?:merge|secret)\//.test(rule)).map(({ rule, location }) => {
    const { file, line, column } = location
    return { told: `${rule} ${file ?? ''}:${line ?? 0}:${column ?? 0}`, at: pointersOf(files, location) }
  })
}

/** What a place may stand for: the values that start there, or at whose key it is; else the smallest that it is in. */
function pointersOf(files: Readonly<Record<string, string>>, { file = '', line, column }: Location): readonly Tokens[] {
  const text = files[file]
  if (text === undefined) return []
  const [tree] = parseFile(file, Buffer.from(text), { stream: false, tags: new Map() }, () => {})
  if (tree === undefined) return []
  const source = new Source(file, text)
  const starts = (offset: number): boolean => {
    const position = source.positionOf(offset)
    return position.line === line && position.column === column
  }
  const nodes = nodesOf(tree)
  const exact = nodes.filter(({ key, at }) => starts(at.start) || (key !== undefined && starts(key.start)))
  return (exact.length > 0 ? exact : nodes.filter((node) => isInLine(source, node, line ?? 0))).map(({ tokens }) => tokens)
}

/** Whether a leaf is in a line. */
function isInLine(source: Source, { at, value }: Node, line: number): boolean {
  return !isMapping(value) && !isList(value) && source.positionOf(at.start).line === line
}
