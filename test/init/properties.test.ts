import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoted } from '../../src/stages/discover/propose/text.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { adoptTruly, filesAt, proposalFor } from './support.ts'

const FOLDERS = [
  'apps', 'charts', 'config', 'environments', 'overlays', 'base', 'prod', 'dev', 'us-east-1', 'db', 'a-b', 'x.y', 'src',
  "it's", 'null', '# c', 'ü "q"', '- x: y', '{x}', '*', 'new\nline', 'templates', '..x', ' ', 'values', '__proto__', '1',
]
const NAMES = [
  'values.yaml', 'values-prod.yaml', 'values-dev.yaml', 'values.prod.yml', 'values-example.yaml', 'application.yml',
  'application-prod.yml', 'application-us-dev.yml', 'db.yaml', 'db-prod.yaml', 'db-prod-dev.yaml', 'default.json',
  'production.json', 'local.json', 'common.toml', '.env', '.env.prod', 'kustomization.yaml', 'Chart.yaml', 'README.md',
  'environment.yaml', 'main.ts', 'no-extension', "o'neil.yaml", 'true.yaml', 'values-.yaml', '-.yaml', 'a: b.yaml', 'x\ty.yaml',
  'package.json', 'values-__proto__.yaml', '{name}.yaml', 'base.yaml', 'defaults.yaml',
]
const CONTENTS = [
  'a: 1\n',
  '',
  'a: 1\n---\nspring: {config: {activate: {on-profile: docker}}}\n',
  'spring.profiles: "a & b"\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: x}\n',
  'resources: [../dev, ../../base]\n',
  'not: [closed',
  'a: {b: 1, c: 2}\nd: {b: 1, c: 2}\ne: {b: 1, c: 2}\nf: {b: 1, c: 2}\ng/: {b: 1, c: 2}\n"*": {b: 1, c: 3}\n',
  'a: {x: 1}\nb: {x: 1}\nc: {x: 1}\nd: {x: 1}\ne: {x: 1}\n',
  'all: {a: {x: 2}}\nruns: [{name: one, a: {x: 3}}]\n',
]

const path = fc
  .tuple(fc.array(fc.constantFrom(...FOLDERS), { maxLength: 4 }), fc.constantFrom(...NAMES))
  .map(([folders, name]) => [...folders, name].join('/'))
const files = fc.dictionary(path, fc.constantFrom(...CONTENTS), { maxKeys: 30 })

test('whatever a repository holds, what is proposed can be read, and finds what it says', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (repository) => {
      await adoptTruly(repository, await proposalFor(repository))
    }),
    { numRuns: 400 },
  )
})

const words = fc.constantFrom('api', 'web', 'db', 'a-b', 'vets-service', 'x.y', 'prod', 'base-line', 'null', 'eu', 'ünï', "o'neil")
const names = fc.uniqueArray(words, { minLength: 2, maxLength: 6 })
const places = fc.uniqueArray(
  fc.constantFrom('prod', 'dev', 'us-prod', 'eu-dev', 'staging', 'qa2', 'prod-eu-west-1', 'base', 'acme-dev', 'true'),
  { minLength: 2, maxLength: 5 },
)

describe('names and environments are told apart as they were meant', () => {
  test.each([
    ['Helm', 'apps/NAME/values.yaml', 'apps/NAME/values-ENV.yaml'],
    ['Helm with dots', 'NAME/values.yaml', 'NAME/values.ENV.yaml'],
    ['Spring', 'NAME.yml', 'NAME-ENV.yml'],
    ['overlays', 'k8s/common/NAME.yaml', 'k8s/overlays/ENV/NAME.yaml'],
  ])('%s', async (style, plain, variant) => {
    const pathOf = (pattern: string, name: string, env = '') => pattern.replace('NAME', () => name).replace('ENV', () => env)
    await fc.assert(
      fc.asyncProperty(names, places, async (documents, environments) => {
        const known = environments.filter((environment) => style === 'Helm' || environment !== 'base')
        const names = style === 'Spring' ? ['application', ...documents] : documents
        const paths = names.flatMap((name) => [pathOf(plain, name), ...known.map((env) => pathOf(variant, name, env))])
        fc.pre(new Set(paths).size === paths.length)
        const files = filesAt(paths)
        const { effective } = await adoptTruly(files, await proposalFor(files))
        const found = effective.map((key) => key.replace(/ .*?\//, ' ')).sort()
        expect(found).toEqual(documents.flatMap((name) => known.map((environment) => `${environment} ${name}`)).sort())
      }),
    )
  })
})

test('any text can be quoted', async () => {
  const options = { stream: false, tags: new Map() }
  await parsing(() => parseFile('x.yaml', Buffer.from('a: "\n'), options, () => {}))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000')), (text) => {
      const yaml = `- ${quoted(text)} # comment\n- {${quoted(text)}: [${quoted(text)}, x]}\n`
      const [tree] = parseFile('x.yaml', Buffer.from(yaml), options, (found) => {
        throw new Error(found.message)
      })
      expect(tree?.value).toEqual([text, { [text]: [text, 'x'] }])
    }),
  )
})

/** Parses once, so that the parsers that are loaded late are there. */
async function parsing(work: () => unknown): Promise<void> {
  try {
    work()
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error
    await error.load()
  }
}
