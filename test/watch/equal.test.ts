import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import type { SettledFinding } from '../../src/core/finding.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'
import { filesOf, fresh, temporaryFolder, watching, type Fresh } from './fresh.ts'

const SEALED = readFileSync(new URL('../fixtures/sops/generated/v3.13.2.types.enc.yaml', import.meta.url), 'utf8')

const SERVICES = `type: object
properties:
  port: {type: integer, maximum: 65535}
  host: {type: string}
  needs: {type: array, items: {x-ref: {kind: [services, stores], acyclic: true}}}
  file: {x-ref: {kind: services, by: path}}
  level: {type: string, default: '\${cairn:stores/main#/level}'}
  token: {type: string, x-secret: true}
additionalProperties: true
`
const START: Files = {
  'cairn.yaml': 'kinds:\n  services: {}\n  stores: {}\n',
  'environments/base/environment.yaml': 'abstract: true\nlabels: {stage: none, cluster: {memory: 64Gi}}\n',
  'environments/dev/environment.yaml': 'inherits: base\nlabels: {stage: dev}\n',
  'environments/prod/environment.yaml': 'inherits: base\nprotected: true\nlabels: {stage: prod}\nvariables: {DOMAIN: example.org}\n',
  'environments/base/services/a.yaml': 'port: 1\nhost: a.${cairn:environment#/labels/stage}\n',
  'environments/base/services/b.yaml': 'port: 2\nneeds: [a]\nhost: ${cairn:services/a#/host}\n',
  'environments/base/stores/main.yaml': 'level: info\n',
  'environments/dev/services/a.yaml': 'port: 3\n',
  'schemas/services.yaml': SERVICES,
}

const DOCUMENTS = ['services/a', 'services/b', 'services/c', 'stores/main', 'stores/other', 'deployments/all'].flatMap((key) => {
  return ['base', 'dev', 'prod'].map((environment) => `environments/${environment}/${key}.yaml`)
})
const LINES = [
  'port: 1', 'port: 99999', 'port: ${cairn:services/a#/port}', 'host: x', 'host: ${cairn:services/b#/host}', 'host: ${cairn:services/c#/host}',
  'needs: [a]', 'needs: [b, main]', 'needs: [c]', 'needs: [othr]', 'file: environments/base/services/a.yaml', 'file: environments/base/services/c.yaml',
  'level: ${cairn:stores/main#/level}', 'level: ${cairn:stores/other#/level}', 'level: ${cairn:var#DOMAIN}', 'level: "\\x24{cairn:services/b#/port}"',
  'note: text', 'port: null', 'host: [', 'token: plain', '# nothing',
  'deployment_type: docker\ndocker: {}\nservices: [{service_name: a}]', 'image: "example.org/a:1"', 'image: "example.org/a:2"',
]
const document = fc.uniqueArray(fc.constantFrom(...LINES), { selector: (one) => one.slice(0, 3), minLength: 1, maxLength: 3 })
  .map((lines) => `${lines.join('\n')}\n`)
const path = fc.constantFrom(...DOCUMENTS)

const SPECIAL: readonly Files[] = [
  { 'cairn.yaml': 'kinds:\n  services: {}\n  stores: {}\npresence: declared\n' },
  { 'cairn.yaml': '# a comment\nkinds:\n  services: {}\n  stores: {}\n' },
  { 'cairn.yaml': 'kinds:\n  services: {}\nrules: {consistency/port-conflict: off}\n' },
  { 'cairn.yaml': 'kinds:\n  services: {}\npublish: {environments: [prod, gone], formats: {services: [json, env]}}\n' },
  { 'cairn.yaml': 'kinds: [\n' },
  { 'cairn.yaml': String(START['cairn.yaml']) },
  { 'environments/dev/environment.yaml': 'inherits: prod\nlabels: {stage: dev}\n' },
  { 'environments/dev/environment.yaml': '# moved\ninherits: base\nlabels: {stage: dev}\n' },
  { 'environments/dev/environment.yaml': 'inherits: base\nwithout: [services/b]\n' },
  { 'environments/prod/environment.yaml': 'inherits: [base, nowhere]\n' },
  { 'environments/prod/environment.yaml': 'inherits: base\nvariables: {DOMAIN: "${"}\n' },
  { 'environments/test/environment.yaml': 'inherits: dev\n' },
  { 'schemas/services.yaml': SERVICES.replace('maximum: 65535', 'maximum: 2') },
  { 'schemas/services.yaml': SERVICES.replace('default:', 'enum: [x], default:') },
  { 'schemas/services.yaml': `# lower\n${SERVICES}` },
  { 'schemas/services.yaml': SERVICES },
  { 'schemas/stores.yaml': 'type: object\nproperties: {level: {enum: [info, warn]}, host: {x-secret: true}}\n' },
  { 'schemas/stores.yaml': 'type: [\n' },
  { 'schemas/shared.yaml': '$defs: {port: {type: integer}}\n' },
  { 'access.yaml': 'roles: {owners: ["@a"]}\nrules: []\n' },
  { '.sops.yaml': 'creation_rules: [{path_regex: "prod/", age: nobody}]\n' },
  { '.sops.yaml': 'creation_rules: [{path_regex: "prod/", encrypted_regex: "^never$"}]\n' },
  { 'environments/prod/.sops.yaml': 'creation_rules: [{path_regex: "services/", encrypted_suffix: _x}]\n' },
  { 'environments/prod/services/a.sops.yaml': SEALED.replace(/^( *)version: .*$/m, '$1version: 1') },
  { 'environments/prod/services/a.sops.yaml': `clear: text\n${SEALED}` },
  { 'environments/prod/certificate.enc.yaml': SEALED },
  { 'cairn.yaml': 'kinds:\n  services: {}\n  stores: {}\nsecrets: {max-age: 1d}\n' },
  { '.gitignore': 'environments/dev/\n' },
  { '.gitignore': '' },
  { 'environments/prod/services/a.sops.yaml': SEALED },
  { 'environments/base/services/unused.txt': 'x\n' },
]

type Edit =
  | { readonly does: 'write'; readonly files: Files }
  | { readonly does: 'remove'; readonly path: string }
  | { readonly does: 'rename'; readonly from: string; readonly to: string }
  | { readonly does: 'link'; readonly from: string; readonly to: string }
  | { readonly does: 'commit' }
  | { readonly does: 'switch' }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(path, document, { minKeys: 1, maxKeys: 2, noNullPrototype: true }).map((files) => ({ does: 'write' as const, files })) },
  { weight: 3, arbitrary: fc.constantFrom(...SPECIAL).map((files) => ({ does: 'write' as const, files })) },
  { weight: 2, arbitrary: fc.constantFrom(...DOCUMENTS, ...SPECIAL.flatMap((files) => Object.keys(files))).map((one) => ({ does: 'remove' as const, path: one })) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('rename' as const), from: path, to: path }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('link' as const), from: path, to: path }) },
  { weight: 1, arbitrary: fc.constant({ does: 'commit' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'switch' as const }) },
)

function apply(repo: TestRepository, one: Edit): void {
  const at = (inside: string): string => join(repo.root, inside)
  if (one.does === 'write') {
    // A link that stands there is replaced, as editors do.
    for (const file of Object.keys(one.files)) repo.remove(file)
    repo.write(one.files)
  } else if (one.does === 'remove') repo.remove(one.path)
  else if (one.does === 'commit') repo.commit()
  else if (one.does === 'switch') {
    repo.commit()
    repo.git('checkout', '-q', repo.git('branch', '--show-current').trim() === 'main' ? 'other' : 'main')
  } else if (existsSync(at(one.from)) && one.from !== one.to) {
    mkdirSync(dirname(at(one.to)), { recursive: true })
    repo.remove(one.to)
    if (one.does === 'rename') renameSync(at(one.from), at(one.to))
    else symlinkSync(at(one.from), at(one.to))
  }
}

const SEED = process.env['CAIRN_WATCH_SEED']
const RUNS = Number(process.env['CAIRN_WATCH_RUNS'] ?? 10)

test('after any edits findings and files are those of a fresh check and publication', async () => {
  let states = 0
  let written = 0
  await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 12 }), async (edits) => {
    const repo = repository(START)
    repo.commit()
    repo.git('branch', 'other')
    const to = temporaryFolder()
    const { rounds, told } = watching(repo.root, to)
    await rounds.next()
    let last: ReadonlyMap<string, string> = new Map()
    for (const [i, one] of [undefined, ...edits].entries()) {
      if (one !== undefined) {
        apply(repo, one)
        await rounds.next()
      }
      const expected = await fresh(repo.root)
      const where = `after edit ${i}: ${JSON.stringify(one)}`
      const { check, files } = told.at(-1) as (typeof told)[number]
      const findings = allFindings(expected)
      expect(byText(check.findings), where).toEqual(byText(findings))
      expect({ ...check, findings: [] }, where).toEqual({ ...expected.check, findings: [] })
      const isBlocked = findings.some(({ severity }) => severity === 'error')
      if (!isBlocked) last = expected.files ?? new Map()
      expect(files?.state, where).toBe(isBlocked ? 'blocked' : 'written')
      expect(filesOf(to), where).toEqual(last)
      states++
      if (!isBlocked) written++
    }
  }), { numRuns: RUNS, ...(SEED !== undefined && { seed: Number(SEED) }) })
  // Otherwise it would show nothing.
  expect(written).toBeGreaterThan(states / 10)
}, 300_000)

/** What a check finds, and what only a publication looks at. */
function allFindings({ check, findings }: Fresh): readonly SettledFinding[] {
  const known = new Set(check.findings.map(({ rule }) => rule))
  const ofPublication = findings.filter(({ rule, message }) => {
    return /^(?:render|publish)\//.test(rule) || (rule === 'config/bad-value' && /^(?:there is no environment|only inherited)/.test(message))
  })
  expect(ofPublication.every(({ rule }) => rule === 'config/bad-value' || !known.has(rule))).toBe(true)
  const told = new Set(byText(check.findings))
  return [...check.findings, ...ofPublication.filter((one) => !told.has(JSON.stringify(one)))]
}

const byText = (findings: readonly SettledFinding[]): string[] => findings.map((one) => JSON.stringify(one)).sort()

test('what cannot be asked at all is told, and the next round goes on', async () => {
  const repo = repository(START)
  const { rounds, told } = watching(repo.root)
  await rounds.next()
  repo.write({ '.gitignore': 'cairn.yaml\n' })
  await expect(rounds.next()).rejects.toThrow(Failure)
  repo.remove('.gitignore')
  repo.write({ 'environments/base/services/a.yaml': 'port: 7\n' })
  expect(await rounds.next()).toBe(true)
  expect(told.at(-1)?.changed.map(({ path }) => path)).toEqual(['environments/base/services/a.yaml'])
})
