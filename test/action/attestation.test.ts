import { describe, expect, test } from 'vitest'
import { attestationOf } from '../../src/action/attestation.ts'

const PREDICATE = 'https://slsa.dev/provenance/v1'

/** A statement as a target has it, of so many files of an environment. */
function statement(environment: string, files: number): Uint8Array {
  const names = [
    'manifest.json', `${environment}/manifest.json`, ...Array.from({ length: files }, (_, i) => `${environment}/services/${i}.yaml`),
  ]
  const subject = names.map((name, i) => ({ name, digest: { sha256: `${environment.charCodeAt(0) % 10}${String(i).padStart(63, '0')}` } }))
  const buildDefinition = { externalParameters: { source: { commit: 'c' }, environments: [environment], target: `dir:${environment}` } }
  return Buffer.from(JSON.stringify({ subject, predicateType: PREDICATE, predicate: { buildDefinition } }))
}

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').filter(Boolean)

describe('what is attested', () => {
  test('is nothing where nothing was published', () => {
    expect(attestationOf([], [])).toBeUndefined()
  })

  test('is what each target has, each file once, archives first', () => {
    const archive = { name: 'config.tar.gz', digest: { sha256: 'f'.repeat(64) } }
    const made = attestationOf([statement('staging', 1), statement('production', 1), statement('staging', 1)], [archive])
    expect(linesOf(made?.checksums).map((line) => line.slice(66))).toEqual([
      'config.tar.gz',
      'manifest.json', 'staging/manifest.json', 'staging/services/0.yaml',
      'manifest.json', 'production/manifest.json', 'production/services/0.yaml',
    ])
    expect(made?.checksums).toMatch(/^(?:[0-9a-f]{64} {2}\S+\n)+$/)
    expect(made?.predicateType).toBe(PREDICATE)
    expect(JSON.parse(made?.predicate ?? '')).toEqual({
      buildDefinition: {
        externalParameters: {
          source: { commit: 'c' }, environments: ['production', 'staging'], targets: ['dir:staging', 'dir:production', 'dir:staging'],
        },
      },
    })
    expect(JSON.parse(attestationOf([statement('staging', 1)], [])?.predicate ?? '')).toEqual({
      buildDefinition: { externalParameters: { source: { commit: 'c' }, environments: ['staging'], target: 'dir:staging' } },
    })
  })

  test('of more files than actions/attest takes are the manifests, which list the others', () => {
    expect(linesOf(attestationOf([statement('staging', 1022)], [])?.checksums)).toHaveLength(1024)
    expect(linesOf(attestationOf([statement('staging', 1023)], [])?.checksums).map((line) => line.slice(66)))
      .toEqual(['manifest.json', 'staging/manifest.json'])
  })
})
