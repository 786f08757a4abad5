import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'

/** GitHub's own description of its API, cut to what the action calls (`scripts/openapi.ts`). */
const FILE = join(import.meta.dirname, '../fixtures/github/openapi-subset.json')

type Schema = Readonly<Record<string, unknown>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, Reply | { readonly $ref: string }>>
}

interface Reply {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

export interface Operation {
  /** `issues/list-comments`. */
  readonly id: string
  readonly parameters: Readonly<Record<string, string>>
  readonly described: Described
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface Sent {
  readonly query: URLSearchParams
  /** `undefined` where none was sent. */
  readonly body: unknown
}

export interface Api {
  readonly operation: (method: string, path: string) => Operation | undefined
  /** What GitHub's description does not allow. */
  readonly requestProblems: (operation: Operation, sent: Sent) => string[]
  readonly responseProblems: (operation: Operation, status: number, body: unknown) => string[]
}

let loaded: Api | undefined

/** Compiles each schema when it is first needed: all at once would take a second. */
export function githubApi(): Api {
  return (loaded ??= load(JSON.parse(readFileSync(FILE, 'utf8')) as Description))
}

function load(description: Description): Api {
  const ajv = new Ajv({ strict: false, logger: false, allErrors: true, formats: fullFormats })
  ajv.addSchema({ $id: 'github', components: nullsAllowed(description.components) })
  const compiled = new Map<string, ValidateFunction>()
  const problems = (schema: Schema, value: unknown, what: string): string[] => {
    const key = JSON.stringify(schema)
    const validate = compiled.get(key) ?? ajv.compile(absolute(nullsAllowed(schema)) as Schema)
    compiled.set(key, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message = '' }) => `${what}${instancePath} ${message}`)
  }
  const resolve = <T extends object>(value: T | { readonly $ref: string }): T => {
    if (!('$ref' in value)) return value
    const [, , section = '', name = ''] = value.$ref.split('/')
    return description.components[section]?.[name] as T
  }

  return {
    operation: (method, path) => find(description, method, path),
    requestProblems: ({ described, parameters }, { query, body }) => {
      const known = (described.parameters ?? []).map((parameter) => resolve<Parameter>(parameter))
      const found: string[] = []
      for (const key of query.keys()) {
        if (!known.some((one) => one.in === 'query' && one.name === key)) found.push(`there is no query parameter ${key}`)
      }
      for (const { name, in: where, required, schema } of known) {
        const given = where === 'path' ? parameters[name] : where === 'query' ? query.get(name) : undefined
        if (typeof given === 'string') found.push(...problems(schema, typed(given, schema), name))
        else if (required === true && where !== 'header') found.push(`${name} is missing`)
      }
      return [...found, ...bodyProblems(described, body, { problems, resolve })]
    },
    responseProblems: ({ described }, status, body) => {
      const given = described.responses[String(status)]
      // Limits, missing rights and failures are not listed with each operation; they have the same form everywhere.
      if (given === undefined) return status < 400 ? [`status ${status} is none of this operation`] : problems(BASIC_ERROR, body, 'body')
      const schema = resolve<Reply>(given).content?.['application/json']?.schema
      if (schema === undefined) return body === undefined ? [] : ['there is a body']
      return problems(schema, body, 'body').filter((problem) => !UNTOLD.test(problem))
    },
  }
}

/** What GitHub answers and its description does not say: the fork that a pull request came from was deleted. */
const UNTOLD = /\/head\/repo must be object$/

const BASIC_ERROR: Schema = {
  type: 'object',
  required: ['message'],
  properties: { message: { type: 'string' }, documentation_url: { type: 'string' }, status: { type: 'string' }, errors: { type: 'array' } },
  additionalProperties: false,
}

interface Tools {
  readonly problems: (schema: Schema, value: unknown, what: string) => string[]
  readonly resolve: <T extends object>(value: T | { readonly $ref: string }) => T
}

function bodyProblems({ requestBody }: Described, body: unknown, { problems, resolve }: Tools): string[] {
  if (requestBody === undefined) return body === undefined ? [] : ['no body is expected']
  if (body === undefined) return requestBody.required === true ? ['there is no body'] : []
  const schema = resolve<Schema>(requestBody.content['application/json']?.schema ?? {})
  const { properties } = schema as { readonly properties?: Schema }
  // GitHub ignores what it does not know; who sends it expects something of it.
  const unknown = Object.keys(body as object).filter((key) => properties !== undefined && !Object.hasOwn(properties, key))
  return [...problems(schema, body, 'body'), ...unknown.map((key) => `the body has no ${key}`)]
}

function typed(text: string, { type }: Schema): unknown {
  if (type === 'integer') return /^\d+$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

function find({ paths }: Description, method: string, path: string): Operation | undefined {
  const parts = path.split('/')
  for (const [template, methods] of Object.entries(paths)) {
    const described = methods[method.toLowerCase()]
    const wanted = template.split('/')
    if (described === undefined || wanted.length !== parts.length) continue
    const parameters: Record<string, string> = {}
    const fits = wanted.every((segment, i) => {
      const given = parts[i] ?? ''
      const name = /^\{(.+)\}$/.exec(segment)?.[1]
      if (name !== undefined) parameters[name] = decodeURIComponent(given)
      return name === undefined ? segment === given : given !== ''
    })
    if (fits) return { id: described.operationId, parameters, described }
  }
  return undefined
}

/** OpenAPI 3.0 writes `nullable: true` where JSON Schema has a type `null`. */
function nullsAllowed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullsAllowed)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = value as { readonly nullable?: unknown }
  const schema = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, nullsAllowed(item)]))
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema
}

function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === '$ref' && typeof item === 'string' ? `github${item}` : absolute(item)]),
  )
}
