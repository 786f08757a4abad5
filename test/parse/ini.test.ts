import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIni } from '../../src/stages/parse/ini.ts'
import { checkMap, fixture, leavesOf, read, textAt } from './formats.ts'
import { mappingOf, mutations } from './writers.ts'

const ini = (text: string) => read(parseIni, text)

describe('what an INI text says', () => {
  it('is its sections and the keys before them', () => {
    const { value, findings, tree } = ini(fixture('formats/worker.ini'))
    expect(findings).toEqual([])
    expect(value).toEqual(JSON.parse(fixture('formats/worker.json')))
    checkMap(tree)
  })

  it.each<[string, unknown]>([
    ['', {}],
    ['; nothing\n# nothing\n\n', {}],
    ['a = 1', { a: '1' }],
    ['a=1\r\nb=2\rc=3\n', { a: '1', b: '2', c: '3' }],
    ['a =\nb=\t \n', { a: '', b: '' }],
    ['a: 1\nb : x = y\nc = d:e', { a: '1', b: 'x = y', c: 'd:e' }],
    ['A = 1\na = 2', { A: '1', a: '2' }],
    ['a = x ; y # z', { a: 'x ; y # z' }],
    ['a = "x"\nb = \'y\'\nc = "x" "y"\nd = "\ne = ""\nf = "x', { a: 'x', b: 'y', c: '"x" "y"', d: '"', e: '', f: '"x' }],
    ['a = "C:\\n"\nb = %(a)s', { a: 'C:\\n', b: '%(a)s' }],
    ['a = """x\n [y]\n"""\nb = 1', { a: 'x\n [y]\n', b: '1' }],
    ['a = x\n  y\n\n  z\n\nb = 1', { a: 'x\ny\n\nz', b: '1' }],
    ['a = x\n  # no\n  y = 2', { a: 'x\ny = 2' }],
    ['a = "x"\n  y', { a: '"x"\ny' }],
    ['[s]\n  a = 1\n  b = 2\n    c\n d = 3', { s: { a: '1', b: '2\nc', d: '3' } }],
    ['x = 1\n[s]\n  a = 1\n  b = 2', { x: '1', s: { a: '1', b: '2' } }],
    ['a = C:\\dir\\\nb = 1', { a: 'C:\\dir\\', b: '1' }],
    ['[ a.b ] ; c\nx = 1\n[c]\n[a.b]\ny = 2', { 'a.b': { x: '1', y: '2' }, c: {} }],
    ['[remote "origin"]\nurl = x', { 'remote "origin"': { url: 'x' } }],
    ['[DEFAULT]\na = 1\n[b]', { DEFAULT: { a: '1' }, b: {} }],
    ['a[] = 1', { 'a[]': '1' }],
  ])('%j', (text, value) => {
    const { places, value: found, tree } = ini(text)
    checkMap(tree)
    expect(places).toEqual([])
    expect(found).toEqual(value)
  })

  it('keeps __proto__ an ordinary key', () => {
    const { tree } = ini('__proto__ = 1\n[constructor]\n__proto__ = 2\nprototype = 3')
    expect(JSON.stringify(tree.value)).toBe('{"__proto__":"1","constructor":{"__proto__":"2","prototype":"3"}}')
    expect(JSON.stringify(ini('[__proto__]\na = 1').tree.value)).toBe('{"__proto__":{"a":"1"}}')
  })

  it('has the place of every value, without the blanks around it', () => {
    const { tree } = ini(fixture('formats/worker.ini'))
    expect(textAt(tree, 'queue', 'prefetch')).toBe('16')
    expect(textAt(tree, 'queue', 'greeting')).toBe('"  hello  "')
    expect(textAt(tree, 'queue', 'topics')).toBe('\n    embed\n    rerank\n\n    chat')
    expect(textAt(tree, 'logging.levels', 'root')).toBe('info ; not a comment')
    expect(textAt(tree, 'logging.levels')).toMatch(/^\[logging\.levels\]\nroot[^]*indented = yes$/)
    expect(textAt(ini('a = """x\ny"""').tree, 'a')).toBe('"""x\ny"""')
    expect(textAt(ini('a =  \nb = 1').tree, 'a')).toBe('')
  })
})

describe('what is wrong with an INI text', () => {
  it.each<[string, string[]]>([
    ['a = 1\nnothing here\n', ['2:1-2:13 parse/syntax']],
    ['  = 1', ['1:3-1:4 parse/syntax']],
    ['[a\nb = 1', ['1:1-1:3 parse/syntax']],
    ['[]', ['1:1-1:3 parse/syntax']],
    ['[  ] # x', ['1:1-1:5 parse/syntax']],
    ['[a] b', ['1:5-1:6 parse/syntax']],
    ['[a]]', ['1:4-1:5 parse/syntax']],
    ['a = """x\nb = 1', ['1:5-1:9 parse/syntax']],
    ['a = """x""" y', ['1:13-1:14 parse/syntax']],
    ['x\n[y\n= z', ['1:1-1:2 parse/syntax', '2:1-2:3 parse/syntax', '3:1-3:2 parse/syntax']],
    ['a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> x', ['2:1-2:13 parse/syntax']],
  ])('%j', (text, places) => {
    const { value, places: found } = ini(text)
    expect(found).toEqual(places)
    expect(value).toBe('!hole')
  })

  it.each<[string, string[], unknown]>([
    ['a = 1\na = 2', ['2:1-2:2 parse/duplicate-key < 1:1'], { a: '2' }],
    ['[s]\n a = 1\n[t]\na = 2\n[s]\na= 3', ['6:1-6:2 parse/duplicate-key < 2:2'], { s: { a: '3' }, t: { a: '2' } }],
    ['s = 1\n[s]\na = 2', ['2:2-2:3 parse/duplicate-key < 1:1'], { s: { a: '2' } }],
    ['a = 1\na: 2\nb = 3\n a = 4', ['2:1-2:2 parse/duplicate-key < 1:1'], { a: '2', b: '3\na = 4' }],
  ])('%j', (text, places, value) => {
    const { value: found, places: at } = ini(text)
    expect(at).toEqual(places)
    expect(found).toEqual(value)
  })

  it('stops after twenty broken lines', () => {
    expect(ini('{\n'.repeat(1000)).places).toHaveLength(20)
  })

  it('says nothing of what a broken line holds', () => {
    expect(ini('password hunter2').findings[0]?.message).not.toContain('hunter2')
  })
})

describe('limits', () => {
  it.each<[string, string]>([
    ['a line of ten megabytes', `a = ${'x'.repeat(10_000_000)}`],
    ['a hundred thousand sections', Array.from({ length: 100_000 }, (_, i) => `[s${i}]\nk = ${i}\n`).join('')],
    ['one section a hundred thousand times', Array.from({ length: 100_000 }, (_, i) => `[s]\nk${i} = 1\n`).join('')],
    ['a value of a million lines', `a =\n${'  x\n'.repeat(1_000_000)}`],
    ['open headers', `${'[\n'.repeat(1_000_000)}]`],
    ['open quotes', 'a = """\n'.repeat(300_001)],
  ])('%s is read in a moment', (_, text) => {
    const start = performance.now()
    ini(text)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('properties', () => {
  const word = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{C}\p{Z}]/gu, '').trim())
  const name = word.filter((text) => text !== '' && !/[=:[\];#\s]/.test(text))
  const section = mappingOf(word.filter((text) => !/^"""/.test(text)), name)

  it('reads back what was written', () => {
    fc.assert(
      fc.property(section, mappingOf(section, name), fc.constantFrom('\n', '\r\n'), (top, sections, lineBreak) => {
        const write = (entries: { [key: string]: string }) => Object.entries(entries).map(([key, value]) => `${key} = ${quote(value)}`)
        const lines = [...write(top), ...Object.entries(sections).flatMap(([title, entries]) => [`[${title}]`, '; c', ...write(entries)])]
        const { value, places, tree } = ini(lines.join(lineBreak))
        checkMap(tree)
        const clashes = Object.keys(sections).filter((title) => Object.hasOwn(top, title)).length
        expect(places).toHaveLength(clashes)
        expect(value).toEqual(Object.fromEntries([...Object.entries(top), ...Object.entries(sections)]))
        for (const leaf of leavesOf(tree)) {
          expect(leaf.text).toBe(quote(leaf.value as string))
          expect(leaf.key).toBe(leaf.tokens.at(-1))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(mutations(fixture('formats/worker.ini'), '"\'[]=:;#\n\r\t \\'), (text) => {
        const { tree, value, places } = ini(text)
        checkMap(tree)
        expect(value !== '!hole' || places.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => checkMap(ini(text).tree)))
  })
})

/** Quotes keep what looks like quotes from being taken for some. */
function quote(value: string): string {
  return /^(["']).*\1$/s.test(value) ? (value.includes('"') ? (value.includes("'") ? value : `'${value}'`) : `"${value}"`) : value
}
