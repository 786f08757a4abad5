import { _, Ajv2020, Name, str, type CodeKeywordDefinition, type CodeOptions, type KeywordCxt } from 'ajv/dist/2020.js'
import { Type } from 'ajv/dist/compile/util.js'
import type { SchemaNode } from '../../core/schema/node.ts'
import type { Home } from '../../core/schema/types.ts'
import type { Budget } from './budget.ts'
import type { CopyOrigin } from './copy.ts'
import { itemsLeft, keysLeft, type Evaluation, type World } from './evaluation.ts'
import { FORMATS } from './formats.ts'
import { EVALUATED, OWN } from './writing.ts'

/** A place where a value is present that is deprecated; collected while a value is validated. */
export interface Note {
  /** The pointer, as ajv writes it. */
  readonly at: string
  readonly schema: SchemaNode | undefined
}

export interface InstanceOptions {
  readonly home: Home
  readonly origins: WeakMap<object, CopyOrigin>
  readonly budget: Budget
  readonly notes: Note[]
  /** Whether a schema finds a value valid. */
  readonly holds: World['holds']
}

/**
 * An ajv that knows the keywords of our copies (`copy.ts`) and nothing of the world: no meta-schema, no logger, no
 * `$data`, no defaults, no coercion, expressions through the given engine.
 */
export function createInstance(options: InstanceOptions): Ajv2020 {
  const { home, budget } = options
  const ajv = new Ajv2020({
    strict: false,
    meta: false,
    validateSchema: false,
    logger: false,
    messages: false,
    inlineRefs: false,
    addUsedSchema: false,
    // Without it ajv nests what it generates, once for each property of a schema.
    allErrors: true,
    // Names the schema of each error by the object itself. The value in the error does not leave this folder.
    verbose: true,
    // Costs a third of the time, and matters to schemas only that name what every object inherits.
    ownProperties: home.documents.some(({ tree }) => INHERITED.test(tree.source.text)),
    formats: Object.fromEntries(FORMATS),
    // Optimizing costs more than it gains, and its time grows with the square of a schema.
    code: { regExp: engineOf(home, budget), optimize: false },
  })
  // What a schema evaluates is our own affair: `evaluation.ts`.
  ajv.opts.unevaluated = false
  addOwnKeywords(ajv, options)
  addUnevaluated(ajv, options)
  for (const keyword of TRYING) hush(ajv, keyword, options)
  return ajv
}

/** Names of `Object.prototype`, or an escape that may hide one. */
const INHERITED =
  /constructor|__proto__|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__(?:define|lookup)|\\[ux]/

function engineOf({ regexp }: Home, budget: Budget): NonNullable<CodeOptions['regExp']> {
  const engine = (pattern: string) => ({
    test: (text: string) => {
      budget.spend(1 + (text.length >> 5))
      return regexp.test(pattern, text) === true
    },
    toString: () => pattern,
  })
  return Object.assign(engine, { code: 'engine' })
}

/** The keywords of our copies that hold a function. */
const ASKING = ['type', 'enum', 'const', 'uniqueItems', 'multipleOf', 'known']

function addOwnKeywords(ajv: Ajv2020, { origins, budget, notes }: InstanceOptions): void {
  for (const keyword of ASKING) ajv.addKeyword({ keyword: OWN + keyword, code: ask })
  ajv.addKeyword({ keyword: `${OWN}atMostOne`, schemaType: 'array', trackErrors: true, code: countBranches })
  ajv.addKeyword({
    keyword: `${OWN}step`,
    before: '$ref',
    code: ({ gen, schema }) => {
      const spender = gen.scopeValue('obj', { ref: budget })
      gen.code(_`${spender}.spend(${schema as number})`)
    },
  })
  ajv.addKeyword({
    keyword: `${OWN}deprecated`,
    code: ({ gen, it, parentSchema }) => {
      const schema = gen.scopeValue('obj', { ref: origins.get(parentSchema)?.node })
      const list = gen.scopeValue('obj', { ref: notes })
      gen.code(_`${list}.push({at: ${str`${INSTANCE_PATH}${it.errorPath}`}, schema: ${schema}})`)
    },
  })
}

const ask: CodeKeywordDefinition['code'] = (cxt) => {
  const predicate = cxt.gen.scopeValue('func', { ref: cxt.schema as unknown })
  cxt.pass(_`${predicate}(${cxt.data})`)
}

const countBranches: CodeKeywordDefinition['code'] = (cxt) => {
  const { gen } = cxt
  const count = gen.let('count', 0)
  const valid = gen.name('_valid')
  for (const i of (cxt.schema as readonly unknown[]).keys()) {
    cxt.subschema({ keyword: cxt.keyword, schemaProp: i, ...SILENT }, valid)
    gen.if(valid, () => gen.code(_`${count}++`))
  }
  cxt.pass(_`${count} < 2`)
}

function addUnevaluated(ajv: Ajv2020, { home, holds }: InstanceOptions): void {
  const world: World = { holds, matches: (pattern, key) => home.regexp.test(pattern, key) === true }
  type LeftOf = (evaluation: Evaluation) => (data: never) => unknown
  const add = (keyword: string, type: 'object' | 'array', leftOf: LeftOf): void => {
    ajv.addKeyword({
      keyword: OWN + keyword,
      type,
      error: { message: keyword, params: ({ params }) => _`{key: ${params['key']}}` },
      code: (cxt) => tryEach(cxt, leftOf(cxt.parentSchema[EVALUATED] as Evaluation)),
    })
  }
  add('unevaluatedProperties', 'object', (evaluation) => (data) => keysLeft(evaluation, data, world))
  add('unevaluatedItems', 'array', (evaluation) => (data) => itemsLeft(evaluation, data, world))
}

/** Asks a keyword's schema of every key or item that is left; `false` is about the key, not about what it holds. */
function tryEach(cxt: KeywordCxt, leftOf: (data: never) => unknown): void {
  const { gen, keyword } = cxt
  const valid = gen.let('valid', true)
  const left = gen.const('left', _`${gen.scopeValue('func', { ref: leftOf })}(${cxt.data})`)
  gen.forOf('key', left, (key) => {
    if (cxt.schema === false) {
      cxt.setParams({ key })
      cxt.error(true)
      gen.assign(valid, false)
    } else {
      const fits = gen.name('fits')
      const dataPropType = cxt.def.type[0] === 'object' ? Type.Str : Type.Num
      cxt.subschema({ keyword, dataProp: key, dataPropType }, fits)
      gen.if(_`!${fits}`, () => gen.assign(valid, false))
    }
  })
  cxt.ok(valid)
}

/** Keywords that try schemas out: only whether these fit matters, not what they say. */
const TRYING = ['anyOf', 'oneOf', 'not', 'if', 'contains', 'propertyNames', `${OWN}atMostOne`]
const SILENT = { compositeRule: true, createErrors: false, allErrors: true } as const

/** Names of what ajv generates. */
const [INSTANCE_PATH, ERRORS, ALL_ERRORS] = [new Name('instancePath'), new Name('errors'), new Name('vErrors')]

/** Makes a keyword forget what the schemas said that it tried, and what they noted where they do not fit. */
function hush(ajv: Ajv2020, keyword: string, { notes, home, budget }: InstanceOptions): void {
  const definition = ajv.getKeyword(keyword)
  if (typeof definition !== 'object' || !('code' in definition)) throw new TypeError(`ajv has no keyword ${keyword}`)
  const { code } = definition
  const mayNote = home.documents.some(({ tree }) => tree.source.text.includes('deprecated'))
  definition.code = (cxt: KeywordCxt) => {
    const { gen } = cxt
    const subschema = cxt.subschema.bind(cxt)
    cxt.subschema = (asked, valid) => {
      const errors = gen.const('_before', ERRORS)
      const list = gen.scopeValue('obj', { ref: notes })
      const noted = mayNote ? gen.const('_noted', _`${list}.length`) : undefined
      const tried = subschema({ ...asked, ...SILENT }, valid)
      gen.if(_`!${valid}`, () => {
        if (noted !== undefined) gen.code(_`${list}.length = ${noted}`)
        forget(cxt, errors)
      })
      return tried
    }
    if (Array.isArray(cxt.schema)) {
      const spender = gen.scopeValue('obj', { ref: budget })
      gen.code(_`${spender}.spendOnTrying(${cxt.schema.length}, ${cxt.data})`)
    }
    code(cxt)
  }
}

/** References within what was tried are functions that report all the same. */
function forget({ gen }: KeywordCxt, before: Name): void {
  gen.assign(ERRORS, before)
  gen.if(_`${ALL_ERRORS} !== null`, () =>
    gen.if(before, () => gen.assign(_`${ALL_ERRORS}.length`, before), () => gen.assign(ALL_ERRORS, null)))
}
