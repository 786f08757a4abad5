import type { Files } from '../helpers/repository.ts'
import type { Mistake } from './mistake.ts'

export const SCHEMA = 'schemas/services.yaml'
export const ENVIRONMENTS = 'environments:\n  base: {abstract: true}\n  eu: {abstract: true, inherits: base}\n  prod: {inherits: eu}\n'

/** The layer of the document `services/a` in an environment. */
export const at = (environment: string, extension = 'yaml'): string => `environments/${environment}/services/a.${extension}`

/** A service with values of all kinds. */
const SERVICE = `$schema: https://json-schema.org/draft/2020-12/schema
type: object
required: [name, network]
additionalProperties: false
properties:
  name: {type: string, minLength: 2, maxLength: 12, pattern: '^[a-z][a-z0-9-]*$'}
  network:
    type: object
    required: [port]
    additionalProperties: false
    properties:
      port: {$ref: common.yaml#/$defs/port}
      host: {type: string, format: hostname}
      tls: {type: boolean}
  level: {enum: [debug, info, warning, error]}
  replicas: {type: integer, minimum: 1, default: 1}
  timeout: {type: number, maximum: 30, x-unit: seconds}
  version: {const: 2}
  labels: {type: object, propertyNames: {pattern: '^[a-z]+$'}, additionalProperties: {type: string}}
  tags: {type: array, items: {type: string}, uniqueItems: true, maxItems: 3, contains: {const: base}}
  hosts: {type: array, x-split: ',', items: {type: string, minLength: 3}}
  ports: {type: array, x-split: ',', items: {type: integer, maximum: 65535}}
  mounts: {type: array, items: {type: string}}
  password: {type: string, minLength: 8, x-secret: true}
  certificate: {type: object, dependentRequired: {file: [key]}}
  user: {type: string, not: {const: root}}
  old: {type: string, deprecated: true, description: use level}
  never: false
`
const COMMON = '$defs:\n  port: {type: integer, minimum: 1, maximum: 65535}\n'

/** What every service needs. */
export const NEEDED = 'name: mixtral\nnetwork:\n  port: 8080\n'

/** Layers of one service, over a base that is right unless it is among them. */
export function service(rule: Mistake['rule'], what: string, layers: Files, more: Partial<Mistake> = {}): Mistake {
  return under(rule, what, SERVICE, { 'schemas/common.yaml': COMMON, [at('base')]: NEEDED, ...layers }, more)
}

/** The same with a layout of its own, and without that base. */
export function laidOut(rule: Mistake['rule'], what: string, layout: string, files: Files, more: Partial<Mistake> = {}): Mistake {
  const config = `environments: [prod]\nlayout: [{environment: prod, kind: services, ${layout}}]\n`
  return { rule, what, files: { 'cairn.yaml': config, 'schemas/common.yaml': COMMON, [SCHEMA]: SERVICE, ...files }, ...more }
}

/** Layers of one service with a schema of its own. */
export function under(rule: Mistake['rule'], what: string, schema: string, layers: Files, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { 'cairn.yaml': ENVIRONMENTS, [SCHEMA]: schema, ...layers }, ...more }
}
