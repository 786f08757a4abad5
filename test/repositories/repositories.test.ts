import { readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Collector } from '../../src/core/collector.ts'
import { showLocation } from '../../src/core/place.ts'
import type { RenderedDocument } from '../../src/core/results.ts'
import type { Mapping, Value } from '../../src/core/value.ts'
import { check } from '../../src/queries/check.ts'
import { explain } from '../../src/queries/explain.ts'
import { render } from '../../src/queries/render.ts'
import { fixtureRepository } from '../helpers/fixtures.ts'
import { openFiles, type Opened } from '../helpers/memory.ts'

/** A repository of others, with the `cairn.yaml` that adopts it. */
async function adopted(name: string): Promise<Opened & { readonly files: Record<string, Buffer> }> {
  const config = readFileSync(new URL(`${name}.yaml`, import.meta.url))
  const files = { ...fixtureRepository(name), 'cairn.yaml': config }
  return { files, ...(await openFiles(files)) }
}

async function rendered(opened: Opened): Promise<Map<string, Value>> {
  const values = new Map<string, Value>()
  const documents: AsyncIterable<RenderedDocument> = render(opened.workspace, { selection: {}, collector: new Collector() })
  for await (const { environment, document, value } of documents) values.set(`${environment} ${document}`, value)
  return values
}

const found = async ({ workspace, collector }: Opened) => {
  const { findings } = await check(workspace, { selection: {}, collector })
  return findings.map(({ location, rule, severity }) => `${showLocation(location)} ${severity} ${rule}`)
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** RFC 7396 §2, word for word; written here anew so that it shares nothing with what it checks. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMapping(patch)) return patch
  const result: Record<string, unknown> = isMapping(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name)
    else result[name] = mergePatch(result[name], value)
  }
  return result
}

/** With the last of duplicate keys, as Cairn goes on after reporting them. */
const read = (file: Buffer | undefined): unknown => {
  const options = { uniqueKeys: false, strict: false, logLevel: 'silent', merge: true, maxAliasCount: -1 } as const
  return file === undefined ? undefined : (parse(file.toString(), options) ?? {})
}

describe('phalanx: Helm values of 101 applications in 24 environments', () => {
  test('every effective document is what RFC 7396 makes of its two files', async () => {
    const repository = await adopted('phalanx')
    const values = await rendered(repository)
    let applications = 0
    for (const path of Object.keys(repository.files)) {
      const [, name, environment] = /^applications\/([^/]+)\/values-(.+)\.yaml$/.exec(path) ?? []
      if (name === undefined || environment === undefined) continue
      applications++
      const base = read(repository.files[`applications/${name}/values.yaml`])
      const overlay = read(repository.files[path])
      const expected = base === undefined ? overlay : mergePatch(base, overlay)
      expect(values.get(`${environment} applications/${name}`), path).toEqual(expected)
    }
    expect(applications).toBe(514)
    expect(values.size).toBe(514 + 24)
  })

  test('the faults that it has are reported where they are, and nothing else', async () => {
    expect(await found(await adopted('phalanx'))).toMatchInlineSnapshot(`
      [
        "applications/butler-writer-service/values-usdfprod-prompt-processing.yaml:28:1 error parse/syntax",
        "applications/keda/values-usdfdev-prompt-processing.yaml:6:5 error parse/syntax",
        "applications/keda/values-usdfdev-prompt-processing.yaml:9:5 error parse/syntax",
        "applications/keda/values-usdfdev-prompt-processing.yaml:12:5 error parse/syntax",
        "applications/keda/values-usdfprod-prompt-processing.yaml:6:5 error parse/syntax",
        "applications/keda/values-usdfprod-prompt-processing.yaml:9:5 error parse/syntax",
        "applications/keda/values-usdfprod-prompt-processing.yaml:12:5 error parse/syntax",
        "applications/obsloctap/values-usdfdev.yaml:1:13 warning merge/removes-nothing",
        "applications/obsloctap/values-usdfprod.yaml:1:13 warning merge/removes-nothing",
        "applications/prompt-keda-hsc/values-usdfdev-prompt-processing.yaml:53:3 error parse/syntax",
        "applications/prompt-keda-latiss/values-usdfdev-prompt-processing.yaml:83:3 error parse/syntax",
        "applications/prompt-keda-lsstcam/values-usdfprod-prompt-processing.yaml:135:5 error parse/syntax",
        "applications/prompt-keda-lsstcam/values-usdfprod-prompt-processing.yaml:145:3 error parse/syntax",
        "applications/sasquatch/values-usdfprod.yaml:187:15 warning merge/removes-nothing",
      ]
    `)
  })
})

describe('llm-d-benchmark: one file of defaults, 38 scenarios', () => {
  test('each scenario is the defaults, what it shares, and its own', async () => {
    const repository = await adopted('llm-d-benchmark')
    const values = await rendered(repository)
    const defaults = read(repository.files['config/templates/values/defaults.yaml'])
    let checked = 0
    for (const path of Object.keys(repository.files)) {
      const [, environment] = /^config\/scenarios\/(.+)\.yaml$/.exec(path) ?? []
      if (environment === undefined) continue
      const { shared, scenario } = read(repository.files[path]) as { shared?: unknown; scenario: { name: string }[] }
      const below = shared === undefined ? defaults : mergePatch(defaults, shared)
      for (const one of scenario) {
        expect(values.get(`${environment} stacks/${one.name}`), path).toEqual(mergePatch(below, one))
        checked++
      }
    }
    expect(checked).toBe(values.size)
    expect(checked).toBe(39)
  })
})

describe('spring-petclinic-config: profiles inside streams', () => {
  test('a profile lies over the service, and the service over what all share', async () => {
    const { workspace, collector } = await adopted('spring-petclinic-config')
    const question = { environment: 'docker', document: 'services/vets-service', pointer: '/management/tracing/export/zipkin/endpoint' }
    const { value, said } = await explain(workspace, question, collector)
    expect(value).toBe('http://tracing-server:9411/api/v2/spans')
    expect(said.map(({ location }) => showLocation(location))).toMatchInlineSnapshot(`
      [
        "application.yml:92:19",
      ]
    `)
  })

  test('flat keys stand where their nested twins do', async () => {
    const values = await rendered(await adopted('spring-petclinic-config'))
    expect((values.get('default services/api-gateway') as Mapping)['spring']).toMatchObject({ messages: { basename: 'messages/messages' } })
  })

  test('a service exists in the profiles that its file speaks of, in all if a part of it names none', async () => {
    const repository = await adopted('spring-petclinic-config')
    expect((await rendered(repository)).size).toBe(5 * 4 + 3 * 2)
    expect(await found(repository)).toEqual(['application.yml:52:9 error parse/duplicate-key'])
  })
})

describe('kubeai: a catalogue of models inside one file', () => {
  test('each entry is a document with the places of the file', async () => {
    const repository = await adopted('kubeai')
    const values = await rendered(repository)
    const { catalog } = read(repository.files['charts/models/values.yaml']) as { catalog: Record<string, unknown> }
    expect(Object.keys(catalog)).toHaveLength(47)
    for (const [name, model] of Object.entries(catalog)) expect(values.get(`default models/${name}`), name).toEqual(model)
    expect(await found(repository)).toEqual([])
  })

  test('a Helm template is said to be one', async () => {
    const files = { ...fixtureRepository('kubeai'), 'cairn.yaml': "layout: [{path: 'charts/models/templates/{name}.yaml', kind: templates}]\n" }
    const opened = await openFiles(files)
    expect((await found(opened)).filter((one) => one.includes('parse/'))).toMatchInlineSnapshot(`
      [
        "charts/models/templates/models.yaml:1:1 error parse/template",
      ]
    `)
  })
})

describe('ray-llm: models and the serve configs that name them', () => {
  test('all are documents, and the duplicate key is found', async () => {
    const repository = await adopted('ray-llm')
    expect((await rendered(repository)).size).toBe(31)
    expect(await found(repository)).toEqual(['models/continuous_batching/amazon--LightGPT.yaml:33:7 error parse/duplicate-key'])
  })
})

describe('flux2-kustomize-helm-example: base, staging and production', () => {
  test('the patch of an environment lies over the release of base', async () => {
    const repository = await adopted('flux2-kustomize-helm-example')
    const values = await rendered(repository)
    for (const environment of ['staging', 'production']) {
      const expected = mergePatch(
        read(repository.files['apps/base/podinfo/release.yaml']),
        read(repository.files[`apps/${environment}/podinfo-values.yaml`]),
      )
      expect(values.get(`${environment} releases/podinfo`)).toEqual(expected)
    }
    expect(await found(repository)).toEqual([])
  })
})

describe.each(['phalanx', 'llm-d-benchmark', 'spring-petclinic-config', 'kubeai', 'ray-llm', 'flux2-kustomize-helm-example'])('%s', (name) => {
  test('has no file that is neither used, nor ignored by name, nor reported', async () => {
    const repository = await adopted(name)
    const { workspace, collector } = repository
    const used = new Set(workspace.discovery.files)
    const ignored = (path: string) => workspace.config.ignore.some((glob) => matchesGlob(path, glob))
    const reported = collector.findings().flatMap(({ location }) => (location.file === undefined ? [] : [location.file]))
    const byName = /(?:^|\/)(?:README.*|LICENSE.*|\.gitignore|\.helmignore|cairn\.yaml)$/
    const left = Object.keys(repository.files).filter(
      (path) => !used.has(path) && !ignored(path) && !byName.test(path) && !reported.some((one) => path.startsWith(one)),
    )
    expect(left).toEqual([])
  })
})
