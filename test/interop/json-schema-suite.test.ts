import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { describe, expect, test } from 'vitest'
import { accepts } from '../../src/adapters/ajv/accept.ts'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { createSchemas } from '../../src/core/schema/schemas.ts'
import type { Value } from '../../src/core/value.ts'
import { documentOf, regexp } from '../validate/schemas.ts'
import { casesOf, DRAFTS, metaSchemasOf, remotesOf, type Draft } from './json-schema-suite.ts'

/** Where we are stricter than the suite, by design. */
const STRICTER: readonly { readonly case: RegExp; readonly why: string }[] = [
  {
    case: /^format\.json: .* is only an annotation by default$/,
    why: 'formats are checked: in configuration a malformed host name is a mistake, not a remark',
  },
  {
    case: /^vocabulary\.json: schema that uses custom metaschema with with no validation vocabulary: no validation: invalid number/,
    why: 'the keywords of 2020-12 always count: a schema cannot switch them off by a meta-schema of its own',
  },
]

const SCHEMA: Readonly<Record<Draft, string>> = {
  'draft7': 'http://json-schema.org/draft-07/schema#',
  'draft2020-12': 'https://json-schema.org/draft/2020-12/schema',
}

const validator = createValidator()

type Judge = (data: unknown) => boolean | 'cannot'

/** The judge of a schema by our adapter, among the schemas that the suite refers to. */
function ours(draft: Draft): (schema: unknown) => Judge {
  const around = [...metaSchemasOf(draft).map((schema) => documentOf(schema.$id, schema)), ...[...remotesOf(draft)].flatMap(remote)]
  return (schema) => {
    const dialect = typeof schema === 'object' && schema !== null ? { $schema: SCHEMA[draft], ...schema } : schema
    const root = createSchemas([documentOf('the-schema', dialect), ...around], regexp).root('the-schema')
    if (root === undefined) throw new Error('there is no schema')
    return (data) => {
      const { definite, exhausted } = validator.validate(root, data as Value)
      // What is accepted without ajv must be what ajv accepts.
      if (accepts(root, data as Value) && definite.length > 0) throw new Error('accepted, and ajv finds it invalid')
      return exhausted ? 'cannot' : definite.length === 0
    }
  }
}

/** What is served at a URI is known to us by its `$id`; where that is another one, the URI refers to it. */
function remote([uri, schema]: readonly [string, unknown]) {
  const own = (schema as { readonly $id?: string }).$id
  const served = documentOf(uri, own === undefined ? { $id: uri, ...(schema as object) } : schema)
  return own === undefined || !/^[a-z]+:/.test(own) || own === uri ? [served] : [served, documentOf(`alias of ${uri}`, { $id: uri, $ref: own })]
}

/** The judge of a schema by ajv alone. */
function ajvs(draft: Draft): (schema: unknown) => Judge {
  const remotes = remotesOf(draft)
  return (schema) => {
    const options = { strict: false, logger: false, formats: fullFormats } as const
    const ajv = draft === 'draft7' ? new Ajv(options) : new Ajv2020(options)
    try {
      for (const [uri, known] of remotes) ajv.addSchema(known as object, uri)
      const validate = ajv.compile(schema as object)
      return (data) => orCannot(() => validate(data))
    } catch {
      return () => 'cannot'
    }
  }
}

function orCannot(judge: () => boolean): ReturnType<Judge> {
  try {
    return judge()
  } catch {
    return 'cannot'
  }
}

describe.each(DRAFTS)('%s', (draft) => {
  const cases = casesOf(draft)
  const [judgeOurs, judgeAjvs] = [ours(draft), ajvs(draft)]
  const judges = new Map<unknown, { readonly ours: Judge; readonly ajvs: Judge }>()
  const judged = cases.map((one) => {
    let both = judges.get(one.schema)
    if (both === undefined) judges.set(one.schema, (both = { ours: judgeOurs(one.schema), ajvs: judgeAjvs(one.schema) }))
    return { ...one, ours: both.ours(one.data), ajvs: both.ajvs(one.data) }
  })
  const stricter = ({ title }: { readonly title: string }) => STRICTER.some((exception) => exception.case.test(title))

  test('every mandatory case is as the suite says, but where we are stricter by design', () => {
    expect(cases.length).toBeGreaterThan(900)
    expect(judged.filter((one) => one.ours !== one.valid && !stricter(one)).map(({ title }) => title)).toEqual([])
  })

  test('nothing that ajv judges right is judged wrong through our adapter', () => {
    expect(judged.filter((one) => one.ajvs === one.valid && one.ours !== one.valid).map(({ title }) => title)).toEqual([])
    expect(judged.filter((one) => one.ajvs === one.valid).length).toBeGreaterThan(cases.length * 0.9)
  })

  test('the exceptions are such', () => {
    const excepted = judged.filter(stricter)
    expect(excepted.filter((one) => !one.valid).map(({ title }) => title)).toEqual([])
    const used = STRICTER.filter(({ case: title }) => excepted.some((one) => title.test(one.title) && one.ours === false))
    expect(used).toEqual(draft === 'draft7' ? [] : STRICTER)
  })
})
