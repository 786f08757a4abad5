/** The schemas of the corpus with many kinds: the keywords are those that the reference repository's have. */

/** What several schemas refer to, in the schema folder. */
export const SHARED = 'shared/types.yaml'

export function sharedSchema(): string {
  return `$schema: https://json-schema.org/draft/2020-12/schema
title: Types that several kinds use
$defs:
  host:
    description: A name that a resolver knows.
    type: string
    pattern: '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$'
    maxLength: 253
  port: {description: A TCP port., type: integer, minimum: 1, maximum: 65535}
  seconds: {description: How long to wait., type: integer, minimum: 1, maximum: 3600, x-unit: seconds}
  memory: {description: As Kubernetes writes it., type: string, pattern: '^[1-9][0-9]*(Ki|Mi|Gi)$'}
  network:
    description: Where it listens.
    type: object
    additionalProperties: false
    required: [port, protocol, host]
    properties:
      port: {$ref: '#/$defs/port'}
      protocol: {description: What it speaks., enum: [http, https, grpc]}
      host: {$ref: '#/$defs/host'}
      keepalive: {description: Whether connections are kept., type: boolean, default: true}
      timeouts:
        description: How long it waits.
        type: object
        additionalProperties: false
        properties:
          connect: {$ref: '#/$defs/seconds'}
          read: {$ref: '#/$defs/seconds'}
          write: {$ref: '#/$defs/seconds'}
  retries:
    description: How calls are tried again.
    type: object
    additionalProperties: false
    required: [retries]
    properties:
      retries: {description: How often., type: integer, minimum: 0, maximum: 10}
      backoff: {description: How the waits grow., enum: [constant, exponential]}
`
}

/** The schema of one kind; no two are the same. */
export function schemaText(kind: number): string {
  return `$schema: https://json-schema.org/draft/2020-12/schema
title: Kind ${kind}
description: What a service of kind ${kind} takes.
type: object
additionalProperties: false
required: [name, version, network, resources, limits]
properties:
  name: {description: Its name., type: string, pattern: '^[a-z][a-z0-9-]*$', maxLength: ${40 + kind}}
  version: {description: Its version., type: string, pattern: '^[0-9]+[.][0-9]+[.][0-9]+$'}
  network: {$ref: ${SHARED}#/$defs/network}
  defaults: {$ref: ${SHARED}#/$defs/retries}
  client: {$ref: ${SHARED}#/$defs/retries}
  replicas: {description: How many run., type: integer, minimum: 0, maximum: ${100 + kind}, default: ${1 + (kind % 3)}}
  resources:
    description: What it may use.
    type: object
    additionalProperties: false
    required: [cpu, memory]
    properties:
      cpu: {description: Cores., type: integer, minimum: 1, maximum: ${64 + kind}, x-unit: cores}
      memory: {$ref: ${SHARED}#/$defs/memory}
      gpu:
        description: Graphics processors.
        type: object
        additionalProperties: false
        required: [count]
        properties:
          count: {description: How many., type: integer, minimum: 0, maximum: 8}
          type: {description: Which., enum: [nvidia-a100, nvidia-h100, nvidia-l4]}
      requests:
        description: What each class asks for.
        type: object
        patternProperties:
          '^class-[0-9]+$': {description: Shares., type: integer, minimum: 0, maximum: 1000}
        additionalProperties: false
  features:
    description: What is switched on.
    type: object
    patternProperties:
      '^feature-[0-9]+$': {description: A feature., type: boolean}
    additionalProperties: false
  limits:
    description: How often what may be called.
    type: object
    additionalProperties: false
    properties:
${Array.from({ length: 10 }, (_, n) => `      limit_${n}: {description: Calls in ${n + 1} minutes., type: integer, minimum: 0, maximum: ${100_000 + kind}}\n`).join('')}\
  endpoints:
    description: What it answers.
    type: array
    maxItems: 50
    x-merge: {key: path}
    items:
      type: object
      additionalProperties: false
      required: [path, method]
      properties:
        path: {description: Where., type: string, pattern: '^/'}
        method: {description: How., enum: [GET, POST, PUT, DELETE]}
        rate: {description: Calls in a second., type: integer, minimum: 0, maximum: 1000, default: 10}
        auth: {description: Whether callers are asked who they are., type: boolean, default: true}
  description: {description: What it is for., type: string, maxLength: 1000}
  labels:
    description: Labels.
    type: object
    additionalProperties: {type: string, maxLength: 63}
patternProperties:
  '^(tier|region|environment)-[0-9]+$':
    description: What only some places say.
    type: object
    additionalProperties: false
    properties:
      settings:
        description: Settings.
        type: object
        additionalProperties: {type: string, maxLength: 200}
`
}
