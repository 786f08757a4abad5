import { describe, expect, it } from 'vitest'
import type { RunVariable } from '../../src/core/config.ts'
import type { Finding } from '../../src/core/finding.ts'
import { placeIn } from '../../src/core/layer.ts'
import { inSpan, locate } from '../../src/core/place.ts'
import { tokensOf } from '../../src/core/pointer.ts'
import { Source } from '../../src/core/source.ts'
import { variableLayer } from '../../src/stages/parse/variables.ts'
import { show } from './formats.ts'

const source = new Source('cairn.yaml', '0123456789'.repeat(10))
const db = { kind: 'services', name: 'db' }

/** Run variables, the first at columns 1 to 2, the second at 2 to 3, and so on. */
function mapped(...pairs: readonly (readonly [string, string])[]): RunVariable[] {
  return pairs.map(([variable, pointer], i) => {
    return { variable, ...db, tokens: tokensOf(pointer) ?? [], place: inSpan(source, i, i + 1) }
  })
}

function layer(variables: readonly RunVariable[], environment: Record<string, string | undefined>) {
  const findings: Finding[] = []
  const made = variableLayer(db, variables, environment, (found) => findings.push(found))
  return { made, value: made?.value, findings, places: findings.map(show) }
}

describe('the layer of run variables', () => {
  it('is nested as the pointers say, and knows who set what', () => {
    const variables = mapped(['DB_HOST', '/host'], ['DB_PORT', '/net/port'], ['DB_TLS', '/net/tls/~1x~0'], ['DB_FIRST', '/list/0'])
    const { made, places } = layer(variables, { DB_HOST: 'h', DB_PORT: '', DB_TLS: 'on', DB_FIRST: '1', OTHER: 'x' })
    expect(places).toEqual([])
    expect(made).toMatchObject({ from: 'variables', environment: null, encrypted: false })
    expect(made?.value).toEqual({ host: 'h', net: { port: '', tls: { '/x~': 'on' } }, list: { 0: '1' } })
    if (made === undefined) return
    expect(locate(placeIn(made, ['net', 'port'], 'value'))).toEqual({ variable: 'DB_PORT' })
    expect(locate(placeIn(made, ['net', 'tls', '/x~'], 'key'))).toMatchObject({ file: 'cairn.yaml', line: 1 })
  })

  it('is none where no variable of the document is set', () => {
    expect(layer([], { A: '1' }).made).toBeUndefined()
    expect(layer(mapped(['A', '/a']), {}).made).toBeUndefined()
    expect(layer(mapped(['A', '/a']), { A: undefined }).made).toBeUndefined()
    expect(layer(mapped(['constructor', '/a'], ['__proto__', '/b']), {}).made).toBeUndefined()
    const [other] = mapped(['A', '/a'])
    expect(variableLayer({ kind: 'services', name: 'web' }, [other as RunVariable], { A: '1' }, () => {})).toBeUndefined()
    expect(variableLayer({ kind: 'models', name: 'db' }, [other as RunVariable], { A: '1' }, () => {})).toBeUndefined()
  })

  it('may be a whole document', () => {
    const { value, places } = layer(mapped(['ALL', '']), { ALL: 'x' })
    expect(value).toBe('x')
    expect(places).toEqual([])
  })

  it('touches no prototype', () => {
    const { value } = layer(mapped(['A', '/__proto__/polluted'], ['B', '/constructor/prototype']), { A: 'x', B: 'y' })
    expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":"x"},"constructor":{"prototype":"y"}}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each<[string, [string, string][], string[], unknown]>([
    ['the same place', [['A', '/x'], ['B', '/x']], ['1:2-1:3 config/bad-value < 1:1'], { x: 'a' }],
    ['a place below a value', [['A', '/x'], ['B', '/x/y']], ['1:2-1:3 config/bad-value < 1:1'], { x: 'a' }],
    ['a place above a value', [['A', '/x/y/z'], ['B', '/x']], ['1:2-1:3 config/bad-value < 1:1'], { x: { y: { z: 'a' } } }],
    ['the whole and a part', [['A', ''], ['B', '/x']], ['1:2-1:3 config/bad-value < 1:1'], 'a'],
    ['a part and the whole', [['A', '/x'], ['B', '']], ['1:2-1:3 config/bad-value < 1:1'], { x: 'a' }],
    ['one that is not set', [['Z', '/x'], ['B', '/x/y'], ['A', '/q']], ['1:2-1:3 config/bad-value < 1:1'], { q: 'a' }],
    ['neighbours are none', [['A', '/x'], ['B', '/xy'], ['C', '/x~1y']], [], { x: 'a', xy: 'b', 'x/y': 'c' }],
  ])('tells of two variables for %s', (_, pairs, places, value) => {
    const found = layer(mapped(...pairs), { A: 'a', B: 'b', C: 'c' })
    expect(found.places).toEqual(places)
    expect(found.value).toEqual(value)
  })

  it('names both variables and never a value', () => {
    const [found] = layer(mapped(['DB_PORT', '/port'], ['DB_PORT_LOW', '/port/low']), { DB_PORT: 'hunter2', DB_PORT_LOW: 'hunter3' }).findings
    expect(found?.message).toContain('DB_PORT_LOW sets /port/low')
    expect(found?.message).not.toContain('hunter')
  })

  it('refuses pointers that no document can have', () => {
    const { places, made } = layer(mapped(['A', '/a'.repeat(101)], ['B', '/a'.repeat(100)]), { A: 'a', B: 'b' })
    expect(places).toEqual(['1:1-1:2 config/bad-value'])
    expect(made?.names.size).toBe(1)
  })
})
