import { tokensOf, type Tokens } from './pointer.ts'
import type { RuleId, Severity } from './rules.ts'

/** What a setting of a rule may hold, and what it holds where `cairn.yaml` does not say. */
export type SettingSpec =
  | { readonly is: 'kinds'; readonly default: readonly string[] }
  | { readonly is: 'words'; readonly default: readonly string[] }
  /** Globs of paths (`core/glob.ts`). */
  | { readonly is: 'globs'; readonly default: readonly string[] }
  | { readonly is: 'pointer'; readonly default: Tokens }
  | { readonly is: 'pointers'; readonly default: readonly Tokens[] }
  /** A pointer into an environment: `/name`, or something in its labels or variables. */
  | { readonly is: 'environment-pointer'; readonly default: Tokens }
  | { readonly is: 'pairs'; readonly default: readonly Pair[] }
  | { readonly is: 'fields'; readonly default: readonly Field[] }
  /** A whole number from 1. */
  | { readonly is: 'count'; readonly default: number }
  | { readonly is: 'group'; readonly settings: SettingSpecs }

export type SettingSpecs = Readonly<Record<string, SettingSpec>>

/** Two values of a document that belong together. */
export type Pair = readonly [Tokens, Tokens]

/** A value of a document, and where its environment says the same: the first of the sources that it has. */
export interface Field {
  readonly field: Tokens
  readonly sources: readonly Tokens[]
}

type ValueOf<S> = S extends { readonly is: 'group'; readonly settings: infer G }
  ? { readonly [K in keyof G]: ValueOf<G[K]> }
  : S extends { readonly default: infer D } ? D : never

const at = (text: string): Tokens => tokensOf(text) ?? []
const kinds = (...names: string[]) => ({ is: 'kinds' as const, default: names as readonly string[] })
const pointer = (text: string) => ({ is: 'pointer' as const, default: at(text) })
const pointers = (...texts: string[]) => ({ is: 'pointers' as const, default: texts.map(at) as readonly Tokens[] })
const environmentPointer = (text: string) => ({ is: 'environment-pointer' as const, default: at(text) })
const words = (...all: string[]) => ({ is: 'words' as const, default: all as readonly string[] })
const globs = (...all: string[]) => ({ is: 'globs' as const, default: all as readonly string[] })
const count = (number: number) => ({ is: 'count' as const, default: number })
const group = <S extends SettingSpecs>(settings: S) => ({ is: 'group' as const, settings })

const services = kinds('services', 'models', 'infrastructure', 'monitoring')
const connected = kinds('services', 'models', 'infrastructure', 'monitoring', 'integrations')
const documents = kinds('services', 'models', 'infrastructure', 'monitoring', 'integrations', 'deployments')

/** What a replica of a service asks for. */
const requests = {
  memory: pointer('/resources/memory_mb'),
  cpu: pointer('/resources/cpu_cores'),
  gpu: pointer('/resources/gpu_count'),
  'gpu-switch': pointer('/resources/gpu_enabled'),
}

/** Where a deployment lists what it runs, and under which name; the other pointers are into an item of the list. */
const deployed = { kinds: kinds('deployments'), services: pointer('/services'), name: pointer('/service_name') }

/**
 * The rules that `cairn.yaml` may configure, and their own settings, with the defaults that fit the built-in schemas.
 * Whatever a document does not have, no rule asks for.
 */
export const RULE_SETTINGS = {
  'consistency/port-conflict': {
    kinds: services,
    host: pointer('/network/host'),
    ports: pointers(
      '/network/port', '/network/admin_port', '/network/grpc_port', '/network/http_port', '/network/metrics_port',
      '/network/monitor_port',
    ),
    protocol: pointer('/network/protocol'),
    // By the address that they give, documents of these kinds are compared with one another alone.
    endpoints: kinds('infrastructure'),
    deployments: group({ ...deployed, type: pointer('/deployment_type'), hosts: pointer('/systemd/hosts') }),
  },
  'consistency/deployment-version': {
    kinds: services,
    version: pointer('/service_version'),
    deployments: group({ ...deployed, version: pointer('/service_version') }),
  },
  'consistency/deployment-limits': {
    kinds: services,
    ...requests,
    deployments: group({ ...deployed, replicas: pointer('/replicas') }),
    limits: group({
      memory: pointer('/resource_limits/memory_mb'),
      cpu: pointer('/resource_limits/cpu_cores'),
      gpu: pointer('/resource_limits/gpu_count'),
      'gpu-switch': pointer('/resource_limits/gpu_enabled'),
    }),
  },
  'consistency/capacity': {
    kinds: services,
    ...requests,
    'gpu-type': pointer('/resources/gpu_type'),
    replicas: pointer('/scaling/replicas'),
    deployments: group({ ...deployed, replicas: pointer('/replicas'), cluster: pointer('/kubernetes/cluster') }),
    environment: group({
      memory: environmentPointer('/labels/capacity/memory_mb'),
      cpu: environmentPointer('/labels/capacity/cpu_cores'),
      gpu: environmentPointer('/labels/capacity/gpu_count'),
    }),
    clusters: group({
      kinds: kinds('infrastructure'),
      name: pointer('/cluster/name'),
      pools: pointer('/node_pools'),
      nodes: pointer('/nodes'),
      memory: pointer('/memory_mb_per_node'),
      cpu: pointer('/cpu_cores_per_node'),
      gpu: pointer('/gpus_per_node'),
    }),
  },
  'consistency/gpu-memory': {
    kinds: services,
    gpu: requests.gpu,
    'gpu-switch': requests['gpu-switch'],
    memory: pointer('/resources/gpu_memory_gb'),
  },
  'consistency/encryption-off': {
    kinds: connected,
    level: pointer('/security/security_level'),
    'environment-level': environmentPointer('/labels/security_level'),
    levels: words('high', 'critical'),
    switches: pointers('/security/ssl_enabled', '/security/encryption_enabled'),
  },
  'consistency/environment': {
    kinds: documents,
    fields: {
      is: 'fields' as const,
      default: [
        { field: at('/environment'), sources: [at('/labels/stage'), at('/name')] },
        { field: at('/region'), sources: [at('/labels/region')] },
      ] as readonly Field[],
    },
  },
  'consistency/limit-below-request': {
    kinds: services,
    limits: {
      is: 'pairs' as const,
      default: [
        [at('/resources/limits/memory_mb'), at('/resources/memory_mb')],
        [at('/resources/limits/cpu_cores'), at('/resources/cpu_cores')],
      ] as readonly Pair[],
    },
  },
  'consistency/large-document': {
    characters: count(262_144),
  },

  // Of what changes, in documents of every kind: `*` stands for any key or item, `**` for any number of them.
  'danger/became-plain': {},
  'danger/recipient-added': {},
  'danger/recipient-removed': {},
  'danger/secret-weakened': {},
  'danger/secret-rolled-back': {},
  'danger/encryption-off': {
    // Values that should be on, besides those of consistency/encryption-off; and the words that are off, as `false` is.
    switches: pointers(
      '/**/tls', '/**/ssl', '/**/mtls', '/**/https', '/**/encryption', '/**/encrypted', '/**/tls_enabled',
      '/**/ssl_enabled', '/**/encryption_enabled', '/**/enable_tls', '/**/enable_ssl', '/**/use_tls', '/**/use_ssl',
      '/**/require_tls', '/**/require_ssl', '/**/force_ssl', '/**/tls/enabled', '/**/ssl/enabled', '/**/mtls/enabled',
      '/**/encryption/enabled', '/**/tls_verify', '/**/ssl_verify', '/**/verify_tls', '/**/verify_ssl', '/**/tls/verify',
      '/**/ssl/verify', '/**/verify_certificates', '/**/reject_unauthorized', '/**/check_hostname', '/**/sslmode',
      '/**/tls_mode', '/**/tls/mode', '/**/ssl/mode', '/**/mtls/mode', '/**/verification_mode', '/**/min_tls_version',
      '/**/tls_min_version', '/**/tls/min_version', '/**/ssl/min_version',
    ),
    off: words(
      'off', 'no', 'n', 'f', '0', 'none', 'never', 'disable', 'disabled', 'plain', 'plaintext', 'insecure', 'allow', 'prefer',
      'preferred', 'optional',
    ),
    // Values that should not be on.
    openings: pointers(
      '/**/insecure', '/**/allow_insecure', '/**/insecure_skip_verify', '/**/insecure_skip_tls_verify', '/**/skip_verify',
      '/**/skip_tls_verify', '/**/tls_skip_verify', '/**/ssl_skip_verify', '/**/disable_tls', '/**/disable_ssl',
      '/**/tls_disabled', '/**/ssl_disabled', '/**/trust_server_certificate',
    ),
  },
  'danger/security-level': {
    fields: pointers('/**/security_level'),
    // From the lowest to the highest.
    levels: words('low', 'medium', 'high', 'critical'),
  },
  'danger/schema-weakened': {
    keywords: words(
      'additionalItems', 'additionalProperties', 'allOf', 'anyOf', 'const', 'contains', 'dependentRequired',
      'dependentSchemas', 'else', 'enum', 'exclusiveMaximum', 'exclusiveMinimum', 'format', 'if', 'items', 'maxContains',
      'maxItems', 'maxLength', 'maxProperties', 'maximum', 'minContains', 'minItems', 'minLength', 'minProperties',
      'minimum', 'multipleOf', 'not', 'oneOf', 'pattern', 'patternProperties', 'propertyNames', 'required', 'then', 'type',
      'unevaluatedItems', 'unevaluatedProperties', 'uniqueItems', 'x-ref', 'x-secret',
    ),
    files: globs('schemas/**'),
  },
  'danger/policy-changed': {
    files: globs(
      'access.yaml', 'waivers.yaml', 'policies/**', '**/.sops.yaml', 'CODEOWNERS', 'docs/CODEOWNERS', '.github/CODEOWNERS',
      '.gitlab/CODEOWNERS',
    ),
  },
  'danger/config-changed': {},
  'danger/self-silenced': {},
  'danger/hidden-character': {},
  'danger/workflow-changed': {
    files: globs(
      '.github/workflows/**', '.github/actions/**', '**/action.yml', '**/action.yaml', '.gitea/workflows/**',
      '.forgejo/workflows/**', '.circleci/**', '.gitlab-ci.yml', 'azure-pipelines.yml', 'Jenkinsfile',
    ),
  },
  'danger/breadth': {
    // More than so many percent of those that there are, and at least so many.
    environments: group({ percent: count(75), 'at-least': count(20) }),
    documents: group({ percent: count(50), 'at-least': count(20) }),
  },
  'danger/resources': {
    percent: count(50),
    fields: pointers(
      '/**/resources/**', '/**/resource_limits/**', '/**/replicas', '/**/replica_count', '/**/min_replicas',
      '/**/max_replicas', '/node_pools/*/nodes',
    ),
  },
  'danger/reparented': {},
  'danger/relabelled': {},
  'danger/unprotected': {},
  'danger/document-removed': {},
} satisfies Partial<Record<RuleId, SettingSpecs>>

/** A rule that `cairn.yaml` may configure. */
export type ConfigurableRule = keyof typeof RULE_SETTINGS
export type SettingsOf<R extends ConfigurableRule> = ValueOf<{ is: 'group'; settings: (typeof RULE_SETTINGS)[R] }>

/** The rules that `cairn.yaml` may configure, sorted. */
export const CONFIGURABLE = (Object.keys(RULE_SETTINGS) as ConfigurableRule[]).sort()

/** What `cairn.yaml` says of a rule; none of its settings is missing. */
export interface RuleConfig<R extends ConfigurableRule = ConfigurableRule> {
  /** Absent: the rule's own. */
  readonly severity?: Severity | 'off'
  readonly settings: SettingsOf<R>
}

/** What `cairn.yaml` says of rules; the rules that it does not speak of are not in it. */
export type RuleConfigs = { readonly [R in ConfigurableRule]?: RuleConfig<R> }

/** How a rule is configured: as `cairn.yaml` says, else as it is by default. */
export function ruleConfig<R extends ConfigurableRule>(rules: RuleConfigs, rule: R): RuleConfig<R> {
  const given: RuleConfig<R> | undefined = rules[rule]
  return given ?? { settings: defaultsOf(RULE_SETTINGS[rule]) as SettingsOf<R> }
}

/** The values of settings that nobody has set. */
export function defaultsOf(specs: SettingSpecs): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  for (const [key, spec] of Object.entries(specs)) {
    values[key] = spec.is === 'group' ? defaultsOf(spec.settings) : spec.default
  }
  return values
}
