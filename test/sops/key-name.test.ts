import { describe, expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { readCreationRules } from '../../src/stages/sops/creation-rules.ts'
import { readSops } from '../../src/stages/sops/read.ts'
import { resultOf, run } from './world.ts'

/** A key as a rule of `.sops.yaml` names it, and as SOPS 3.13.3 writes it to a file that is made by that rule. */
const KEYS: readonly (readonly [title: string, rule: string, type: string, written: string])[] = [
  ['PGP', 'pgp: "85D7 7543 B3D6 24B6"', 'pgp', 'fp: 85D77543B3D624B6'],
  ['AWS', 'kms: "arn:aws:kms:eu-1:1:key/a+arn:aws:iam::1:role/r"', 'kms', 'arn: "arn:aws:kms:eu-1:1:key/a", role: "arn:aws:iam::1:role/r", aws_profile: me'],
  ['AWS with a context', 'key_groups: [{kms: [{arn: a, role: r, context: {z: "1", b: "2"}}]}]', 'kms', 'arn: a, role: r, context: {b: "2", z: "1"}'],
  ['Google', 'gcp_kms: projects/p/locations/global/keyRings/r/cryptoKeys/k', 'gcp_kms', 'resource_id: projects/p/locations/global/keyRings/r/cryptoKeys/k'],
  ['Huawei', 'hckms: "cn-north-1:1234"', 'hckms', 'key_id: "cn-north-1:1234"'],
  ['Azure', 'azure_keyvault: "https://v.vault.azure.net/keys/k/0123"', 'azure_kv', 'vault_url: "https://v.vault.azure.net", name: k, version: "0123"'],
  ['Azure, the newest version', 'azure_keyvault: "https://v.vault.azure.net/keys/k"', 'azure_kv', 'vault_url: "https://v.vault.azure.net", name: k, version: "0123"'],
  ['Azure in a group', 'key_groups: [{azure_keyvault: [{vaultUrl: "https://v.vault.azure.net/", key: k, version: "0123"}]}]', 'azure_kv', 'vault_url: "https://v.vault.azure.net", name: k, version: "0123"'],
  ['Vault', 'hc_vault_transit_uri: "https://vault:8200/v1/sops/team/keys/k"', 'hc_vault', 'vault_address: "https://vault:8200", engine_path: sops/team, key_name: k'],
]

function namesOfRule(rule: string): readonly string[] {
  const collector = new Collector()
  const text = `creation_rules:\n  - ${rule}\n`
  const [tree] = parseFile('.sops.yaml', Buffer.from(text), { stream: false, tags: new Map() }, collector.report)
  const rules = tree === undefined ? undefined : readCreationRules(tree, run.regexp, collector.report).rules
  expect(collector.findings()).toEqual([])
  return (rules?.[0]?.groups ?? []).flat().map(({ type, name }) => `${type} ${name}`)
}

function namesInFile(type: string, key: string): readonly string[] {
  const text = `a: ""\nsops:\n  ${type}: [{enc: x, created_at: "2026-01-01T00:00:00Z", ${key}}]\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: x\n  version: 3.13.3\n`
  return resultOf(readSops(text, 'yaml')).metadata.groups.flatMap(({ keys }) => keys.map(({ name }) => `${type} ${name}`))
}

describe('a rule and a file give the same key the same name', () => {
  test.each(KEYS)('%s', (_title, rule, type, written) => {
    const names = namesOfRule(rule)
    expect(names).toHaveLength(1)
    expect(namesInFile(type, written)).toEqual(names)
  })
})

test.each([
  ['hc_vault', 'vault_address: "https://v", engine_path: e, key_name: a', 'vault_address: "https://v", engine_path: e, key_name: b'],
  ['hc_vault', 'vault_address: "https://v", engine_path: e, key_name: a', 'vault_address: "https://v", engine_path: f, key_name: a'],
  ['azure_kv', 'vault_url: "https://v", name: a', 'vault_url: "https://v", name: b'],
  ['kms', 'arn: a, role: r', 'arn: a, role: s'],
  ['kms', 'arn: a, context: {b: c}', 'arn: a, context: {b: d}'],
])('keys of %s that differ in one field have different names', (type, one, other) => {
  expect(namesInFile(type, one)).not.toEqual(namesInFile(type, other))
})
