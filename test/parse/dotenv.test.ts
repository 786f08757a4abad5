import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDotenv } from '../../src/stages/parse/dotenv.ts'
import { checkMap, fixture, leavesOf, read, textAt } from './formats.ts'
import { anyText, mutations } from './writers.ts'

const env = (text: string) => read(parseDotenv, text)

describe('what a dotenv text says', () => {
  it('is a flat mapping of strings', () => {
    const { value, findings, tree } = env(fixture('formats/service.env'))
    expect(findings).toEqual([])
    expect(value).toEqual(JSON.parse(fixture('formats/service.json')))
    checkMap(tree)
  })

  it.each<[string, unknown]>([
    ['', {}],
    ['# A=1\n\n  # B=2', {}],
    ['A=1\r\nB=2\rC=3', { A: '1', B: '2', C: '3' }],
    ['A=\nB= \nC= # c\nD=#d\nE=" "', { A: '', B: '', C: '', D: '#d', E: ' ' }],
    ['export A=1\nexport\tB = 2\nexported=3', { A: '1', B: '2', exported: '3' }],
    ['A=a=b:c\nB=x  # y\nC=x#y', { A: 'a=b:c', B: 'x', C: 'x#y' }],
    ['A=\'a\\n"$B\'\nB=\'\'', { A: 'a\\n"$B', B: '' }],
    ['A="\\n\\r\\t\\"\\\\\\$\\x\\u00e9" # c', { A: '\n\r\t"\\$\\x\\u00e9' }],
    ['A="x\r\ny"\nB=\'x\ny\'\nC=1', { A: 'x\ny', B: 'x\ny', C: '1' }],
    ['A=x"y"\nB=$(rm -rf /)\nC=${A:-b}\nD=\\n', { A: 'x"y"', B: '$(rm -rf /)', C: '${A:-b}', D: '\\n' }],
    ['A: 1\nB:\nC.d-e=2\n_f=3', { A: '1', B: '', 'C.d-e': '2', _f: '3' }],
    ['A=`x`', { A: '`x`' }],
  ])('%j', (text, value) => {
    const { places, value: found, tree } = env(text)
    expect(places).toEqual([])
    expect(found).toEqual(value)
    checkMap(tree)
  })

  it('keeps __proto__ an ordinary key', () => {
    expect(JSON.stringify(env('__proto__=1\nconstructor=2').tree.value)).toBe('{"__proto__":"1","constructor":"2"}')
  })

  it('has the place of every value, its quotes included', () => {
    const { tree } = env(fixture('formats/service.env'))
    expect(textAt(tree, 'PORT')).toBe('5432')
    expect(textAt(tree, 'GREETING')).toBe("'Hello, $USER\\n'")
    expect(textAt(tree, 'CERTIFICATE')).toBe('"-----BEGIN-----\nabc\n-----END-----"')
    expect(textAt(tree, 'EMPTY')).toBe('')
    expect(leavesOf(tree).map(({ key }) => key)).toEqual(Object.keys(JSON.parse(fixture('formats/service.json')) as object))
  })
})

describe('what is wrong with a dotenv text', () => {
  it.each<[string, string[]]>([
    ['A=1\nB\nC=2', ['2:1-2:2 parse/syntax']],
    ['export A', ['1:8-1:9 parse/syntax']],
    ['2A=1', ['1:1-1:3 parse/syntax']],
    ['  A B = 1', ['1:3-1:6 parse/syntax']],
    ['=1', ['1:1-1:2 parse/syntax']],
    ['A:1', ['1:1-1:4 parse/syntax']],
    ['A[0]=1', ['1:1-1:5 parse/syntax']],
    ['ü=1', ['1:1-1:2 parse/syntax']],
    ['A="x\nB=1', ['1:3-1:5 parse/syntax']],
    ["A=1\nB='x\n", ['2:3-2:5 parse/syntax']],
    ['A="x\\"', ['1:3-1:7 parse/syntax']],
    ['A="x"y', ['1:6-1:7 parse/syntax']],
    ['A="x"#y', ['1:6-1:8 parse/syntax']],
    ["A='it\\'s'", ['1:8-1:10 parse/syntax']],
    ['A="x" y # z\nB', ['1:7-1:12 parse/syntax', '2:1-2:2 parse/syntax']],
    ['{"A": 1}', ['1:1-1:9 parse/syntax']],
    ['A=1\n<<<<<<< HEAD\nB=1\n=======\nB=2\n>>>>>>> x', ['2:1-2:13 parse/syntax']],
  ])('%j', (text, places) => {
    const { value, places: found } = env(text)
    expect(found).toEqual(places)
    expect(value).toBe('!hole')
  })

  it.each<[string, string[], unknown]>([
    ['A=1\nB=2\nexport A="3"', ['3:8-3:9 parse/duplicate-key < 1:1'], { A: '3', B: '2' }],
    ['A=1\nA=2\nA=3', ['2:1-2:2 parse/duplicate-key < 1:1', '3:1-3:2 parse/duplicate-key < 2:1'], { A: '3' }],
    ['A="x\ny"\n A=2', ['3:2-3:3 parse/duplicate-key < 1:1'], { A: '2' }],
  ])('%j', (text, places, value) => {
    const { value: found, places: at } = env(text)
    expect(at).toEqual(places)
    expect(found).toEqual(value)
  })

  it('stops after twenty broken lines', () => {
    expect(env('{\n'.repeat(1000)).places).toHaveLength(20)
  })

  it('says nothing of what a broken line holds', () => {
    for (const text of ['PASSWORD="hunter2', 'PASSWORD="x"hunter2', '0=hunter2']) {
      expect(env(text).findings[0]?.message).not.toContain('hunter2')
    }
  })
})

describe('limits', () => {
  it.each<[string, string]>([
    ['a line of ten megabytes', `A=${'#'.repeat(10_000_000)}`],
    ['a quoted value of ten megabytes', `A="${'\\n'.repeat(5_000_000)}"`],
    ['open quotes', `A="x\nB='y\n${'\\"'.repeat(2_000_000)}`],
    ['a hundred thousand names', Array.from({ length: 100_000 }, (_, i) => `A${i}=${i}\n`).join('')],
    ['a name of ten megabytes', 'A'.repeat(10_000_000)],
    ['quotes without end', 'A="\\"\n'.repeat(500_000)],
  ])('%s is read in a moment', (_, text) => {
    const start = performance.now()
    env(text)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('properties', () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,5}$/)
  const entries = fc.uniqueArray(fc.tuple(name, anyText, fc.nat(3)), { selector: ([key]) => key, maxLength: 6 })

  it('reads back what was written, in any quotes', () => {
    fc.assert(
      fc.property(entries, (variables) => {
        const written = variables.map(([key, value, style]) => `${style === 3 ? 'export ' : ''}${key}=${write(value, style)}`)
        const { value, places, tree } = env(written.join('\n'))
        expect(places).toEqual([])
        expect(value).toEqual(Object.fromEntries(variables))
        checkMap(tree)
        for (const [i, leaf] of leavesOf(tree).entries()) {
          const [key, text, style] = variables[i] as (typeof variables)[number]
          expect(leaf).toMatchObject({ key, text: write(text, style), tokens: [key] })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(mutations(fixture('formats/service.env'), '"\'=:#\n\r\t \\$'), (text) => {
        const { tree, value, places } = env(text)
        checkMap(tree)
        expect(value !== '!hole' || places.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => checkMap(env(text).tree)))
  })
})

function write(value: string, style: number): string {
  if (style === 0 && /^[\w/:.#${}-]*$/.test(value)) return value
  if (style === 1 && !/['\r]/.test(value)) return `'${value}'`
  return `"${value.replace(/[\\"$]/g, '\\$&').replace(/\r/g, '\\r')}"`
}
