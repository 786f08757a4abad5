import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileGlob, ignoredByName, isIgnored } from '../../src/stages/discover/ignore.ts'
import { matchShape } from '../../src/stages/discover/match.ts'
import { compilePattern } from '../../src/stages/discover/pattern.ts'

function match(pattern: string, path: string) {
  const compiled = compilePattern(pattern, (problem) => { throw new Error(problem) })
  return compiled && matchShape(compiled.shape, path)
}

describe('patterns of the layout', () => {
  it.each<[string, string, Record<string, string> | undefined]>([
    ['a.yaml', 'a.yaml', {}],
    ['a.yaml', 'a.yamlx', undefined],
    ['a.yaml', 'b/a.yaml', undefined],
    ['{name}.yaml', 'db.yaml', { name: 'db' }],
    ['{name}.yaml', 'a/db.yaml', undefined],
    ['{name}.yaml', '.yaml', { name: '' }],
    ['{environment}/{kind}/{name}.{ext}', 'p/s/db.prod.json', { environment: 'p', kind: 's', name: 'db.prod', ext: 'json' }],
    ['{environment}/{kind}/{name}.{ext}', 'p/s/db.YML', { environment: 'p', kind: 's', name: 'db', ext: 'YML' }],
    ['{environment}/{kind}/{name}.{ext}', 'p/s/db.txt', undefined],
    ['{environment}/{kind}/{name}.{ext}', 'p/s/t/db.yaml', undefined],
    ['{environment}/{kind}/{name}.sops.{ext}', 'p/s/db.sops.yaml', { environment: 'p', kind: 's', name: 'db', ext: 'yaml' }],
    ['{name}/values-{environment}.yaml', 'x/values-eu-1.yaml', { name: 'x', environment: 'eu-1' }],
    ['{name}/values-{environment}.yaml', 'x/values.yaml', undefined],
    ['s/{environment**}.yaml', 's/cicd/cks.yaml', { environment: 'cicd/cks' }],
    ['s/{environment**}.yaml', 's/cks.yaml', { environment: 'cks' }],
    ['{name**}/x.json', 'a/b/x.json', { name: 'a/b' }],
    ['a/{name**}/b.yaml', 'a/b.yaml', undefined],
    ['m/**/{name}.yaml', 'm/a.yaml', { name: 'a' }],
    ['m/**/{name}.yaml', 'm/x/y/a.yaml', { name: 'a' }],
    ['m/**/{name}.yaml', 'n/a.yaml', undefined],
    ['**/{name}.yaml', 'a.yaml', { name: 'a' }],
    ['**/k/**/{name}.yaml', 'x/k/k/a.yaml', { name: 'a' }],
    ['a/*/{name}.env', 'a/b/c.env', { name: 'c' }],
    ['a/*/{name}.env', 'a/b/b/c.env', undefined],
    ['a/x*y/{name}.ini', 'a/x12y/c.ini', { name: 'c' }],
    ['a/**', 'a/b/c.toml', {}],
    ['{name}-{environment}.yaml', 'a-b-c.yaml', { name: 'a-b', environment: 'c' }],
    ['{kind}s/{name}.yaml', 'services/a.yaml', { kind: 'service', name: 'a' }],
    ['a.b/{name}+(x)[y].yaml', 'a.b/n+(x)[y].yaml', { name: 'n' }],
    ['a.b/{name}.yaml', 'aXb/n.yaml', undefined],
    ['{name}.yaml', "it's a “naïve” 名前.yaml", { name: "it's a “naïve” 名前" }],
  ])('%s on %s', (pattern, path, captures) => {
    expect(match(pattern, path)).toEqual(captures)
  })

  it('matches each path by itself, in whatever order they come', () => {
    const compiled = compilePattern('a/{environment}/{kind}/{name}.{ext}', () => {})
    const seen = ['a/x/k/n.yaml', 'a/x/k/m.yaml', 'a/x/kk/m.yaml', 'a/xx/k/n.yaml', 'a/x/k/l/n.yaml', 'a/x/k/n.yaml'].map((path) =>
      compiled && Object.values(matchShape(compiled.shape, path) ?? {}).join(' '))
    expect(seen).toEqual(['x k n yaml', 'x k m yaml', 'x kk m yaml', 'xx k n yaml', '', 'x k n yaml'])
  })

  it('counts literal characters and knows the folder that a pattern is under', () => {
    const compiled = compilePattern('environments/{environment}/{kind}/{name}.sops.{ext}', () => {})
    expect([compiled?.literals, compiled?.root]).toEqual([21, 'environments/'])
    expect(compilePattern('{name}.yaml', () => {})?.root).toBe('')
    expect(compilePattern('a/b/x-{name}.yaml', () => {})?.root).toBe('a/b/')
  })

  it('agrees with a regular expression on small patterns and paths', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '{name}', '{environment**}', '{ext}', 'yaml', '.')
    const pieces = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
    const path = fc.array(fc.constantFrom('a', 'b', '/', '.', 'yaml', 'env'), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))
    let matched = 0
    fc.assert(fc.property(pieces, fc.array(path, { minLength: 1, maxLength: 8 }), (pattern, texts) => {
      const compiled = compilePattern(pattern, () => {})
      if (compiled === undefined) return
      for (const text of [...texts, ...texts.sort()]) {
        const hit = matchShape(compiled.shape, text)
        const model = asExpression(pattern).exec(text)
        expect({ ...hit }, `${pattern} on ${text}`).toEqual({ ...model?.groups })
        expect(hit === undefined, `${pattern} on ${text}`).toBe(model === null)
        if (hit !== undefined) matched++
      }
    }), { numRuns: 2000 })
    expect(matched).toBeGreaterThan(200)
  })

  it('takes time in proportion to pattern and path, whatever they are', () => {
    const pattern = `{name}${'*a'.repeat(30).slice(1)}{environment**}b.yaml`
    const compiled = compilePattern(pattern, (problem) => { throw new Error(problem) })
    const start = performance.now()
    for (let i = 0; i < 20; i++) expect(compiled && matchShape(compiled.shape, `${'a'.repeat(4000)}.yaml`)).toBeUndefined()
    const folders = compilePattern(`${'**/a/'.repeat(12)}{name}.yaml`, (problem) => { throw new Error(problem) })
    for (let i = 0; i < 20; i++) expect(folders && matchShape(folders.shape, `${'a/'.repeat(2000)}x.json.yaml/`)).toBeUndefined()
    // Backtracking would take longer than the universe has; the bound is for slow machines.
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('refuses patterns of absurd size', () => {
    const problems: string[] = []
    compilePattern('*a'.repeat(40), (problem) => problems.push(problem))
    compilePattern(`${'a'.repeat(1001)}.yaml`, (problem) => problems.push(problem))
    expect(problems).toEqual(['this has more than 64 parts', 'this is longer than 1000 characters'])
  })
})

describe('globs of ignore', () => {
  it.each<[string, string, boolean]>([
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'a/b/README.md', true],
    ['*.md', 'a/README.md', false],
    ['docs/**', 'docs/a/b.yaml', true],
    ['docs/', 'docs/a/b.yaml', true],
    ['docs', 'docs/a.yaml', false],
    ['charts/*/templates/**', 'charts/a/templates/b/c.yaml', true],
    ['**/.*', 'a/.hidden', true],
    ['**/.*/**', 'a/.x/b', true],
    ['a?c.yaml', 'abc.yaml', true],
    ['a?c.yaml', 'a/c.yaml', false],
    ['**/*.{md,txt}', 'a/b.txt', true],
    ['{a,b/{c,d}}/x', 'b/d/x', true],
    ['{a,b/{c,d}}/x', 'b/x', false],
    ['a[1].yaml', 'a[1].yaml', true],
    ['a+(b).yaml', 'abb.yaml', false],
  ])('%s on %s: %s', (glob, path, expected) => {
    expect(isIgnored(compileGlob(glob, (problem) => { throw new Error(problem) }), path)).toBe(expected)
  })

  it.each<[string, boolean]>([
    ['cairn.yaml', true], ['a/cairn.yaml', false], ['schemas/a/b.yaml', true], ['a/schemas/b.yaml', false],
    ['a/.sops.yaml', true], ['a/README.md', true], ['README', true], ['LICENSE', true], ['a/.gitkeep', true],
    ['.github/workflows/ci.yaml', true], ['CODEOWNERS', true], ['a/.helmignore', true], ['values.yaml', false],
  ])('%s is ignored by name: %s', (path, expected) => {
    expect(ignoredByName(path) >= 0).toBe(expected)
  })
})

/** The same language as a regular expression: fine for short texts, and nobody's pattern reaches it. */
function asExpression(pattern: string): RegExp {
  const source = pattern.replace(/\{(\w+)(\**)\}|(?<=^|\/)\*{2,}\/|\*{2,}|\*|[^{}*]/g, (piece, name?: string, stars?: string) => {
    if (name === 'ext') return '(?<ext>yaml|yml|json|toml|ini|env)'
    if (name !== undefined) return `(?<${name}>${stars === '**' ? '.*' : '[^/]*'})`
    if (/^\*\*+\/$/.test(piece)) return '(?:[^/]*/)*'
    if (piece === '*') return '[^/]*'
    return piece.startsWith('*') ? '.*' : piece.replace(/[.]/, '\\.')
  })
  return new RegExp(`^${source}$`)
}
