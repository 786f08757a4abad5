import { parseEvents } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { Source } from '../../src/core/source.ts'
import type { Tree } from '../../src/core/tree.ts'
import { compose, type YamlEvents } from '../../src/stages/parse/compose.ts'
import { judge } from '../../src/stages/parse/judge.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { parseYaml } from '../../src/stages/parse/yaml.ts'
import { fixtureRepository } from '../helpers/fixtures.ts'
import { fixture, plain } from './formats.ts'

const OPTIONS = { stream: true, tags: new Map() }

describe('the judge', () => {
  it('is loaded when js-yaml refuses a text for the first time, before anything is reported', async () => {
    const read = () => parseYaml(new Source('a.yaml', 'a: 1\na: [\n]\n'), OPTIONS, () => findings++)
    let findings = 0
    let missing: unknown
    try {
      read()
    } catch (error) {
      missing = error
    }
    expect(missing).toBeInstanceOf(NotLoaded)
    expect(findings).toBe(0)
    await (missing as NotLoaded).load()
    expect(plain(read()[0]?.value ?? null)).toEqual({ a: [] })
    expect(findings).toBe(2)
  })

  it.each([
    ['places.yaml', fixture('yaml/places.yaml')],
    ['properties', '&a !!map\n? !!str &b k\n: &c !append [ !!int 1, &d x: *c, {? !!str , "y": } ]\n&e l: *d\n*b : z\n? [q]\n: r\n'],
    ['a stream', '%TAG !e! tag:x,2000:\n---\n!e!t a\n...\n# c\n--- |+\n   b\n\n---\n- - c\n  -\n---\n'],
  ])('gives what js-yaml gives where that accepts a text: %s', (_, text) => {
    expect(treesOf(text, judgedEvents(text))).toEqual(treesOf(text, { events: parseEvents(text, {}) }))
  })

  it.each(['phalanx', 'kubeai', 'llm-d-benchmark', 'ray-llm', 'spring-petclinic-config', 'flux2-kustomize-helm-example'])(
    'gives what js-yaml gives on %s, values, keys, tags and places',
    (name) => {
      let compared = 0
      for (const [path, bytes] of Object.entries(fixtureRepository(name))) {
        if (!/\.ya?ml$/.test(path)) continue
        const text = bytes.toString('utf8')
        const events = acceptedEvents(text)
        if (events === undefined || events.length === 0) continue
        expect(treesOf(text, judgedEvents(text)), path).toEqual(treesOf(text, { events }))
        compared++
      }
      expect(compared).toBeGreaterThan(1)
    },
  )
})

function acceptedEvents(text: string): YamlEvents['events'] | undefined {
  try {
    return parseEvents(text, {})
  } catch {
    return undefined
  }
}

/** The judge's events for a text that js-yaml accepts, as if it had been refused. */
function judgedEvents(text: string): YamlEvents {
  const judged = judge(new Source('a.yaml', text), { reason: 'deficient indentation', at: text.indexOf(':') })
  expect(judged.holes?.size).toBe(0)
  return judged
}

function treesOf(text: string, read: YamlEvents): unknown[] {
  const findings: unknown[] = []
  const trees = compose(new Source('a.yaml', text), read, OPTIONS, ({ rule, place }) => findings.push([rule, place]))
  return [...trees.map(({ value, keys, spans, tags }: Tree) => ({ value: plain(value), keys, spans: [...spans], tags })), findings]
}
