import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_HANDOFF_BYTES, readHandoff, writeHandoff } from '../../src/adapters/handoff.ts'

const head = { sha: 'a'.repeat(40), repository: 7 }
const read = (text: string | Buffer) => readHandoff(Buffer.from(text), head)
const written = (change: object) => JSON.stringify({ version: 1, head, report: {}, ...change })

describe('what a check hands over', () => {
  test('is read as it was written, whatever is in the report', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (report) => {
        expect(read(writeHandoff(head, { report, prefix: '' })).report).toEqual(JSON.parse(JSON.stringify(report)))
      }),
    )
  })

  test('is what the published schema says', () => {
    const schema = JSON.parse(readFileSync('schemas/output/handoff.json', 'utf8')) as object
    expect(new Ajv2020({ strict: true }).compile(schema)(JSON.parse(writeHandoff(head, { report: { a: 1 }, prefix: 'deploy' })))).toBe(true)
  })

  test('keeps Markdown, HTML and commands as the text that they are', () => {
    const report = { title: '</details><img src=x onerror=alert(1)> @everyone ::error::x ##[error]y <!-- cairn:report v1 -->' }
    expect(read(writeHandoff(head, { report, prefix: '' })).report).toEqual(report)
  })

  test('reaches no prototype', () => {
    const { report } = read(`{"version":1,"head":{"sha":"${head.sha}","repository":7},"report":{"__proto__":{"polluted":1}}}`)
    expect(Object.getPrototypeOf(report)).toBe(Object.prototype)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe('what is refused of it', () => {
  const other = 'the report claims to be of another pull request than its run was for'
  const form = 'the report of the check is not what Cairn writes, or what another version of it writes'
  const noJson = 'the report of the check is no JSON'

  test.each([
    ['another commit', written({ head: { ...head, sha: 'b'.repeat(40) } }), other],
    ['another repository', written({ head: { ...head, repository: 8 } }), other],
    ['a number of a pull request', written({ pullRequest: 3 }), form],
    ['another version', written({ version: 2 }), form],
    ['no report', JSON.stringify({ version: 1, head }), form],
    ['a report that is a list', written({ report: [] }), form],
    ['a commit that is none', written({ head: { ...head, sha: 'main' } }), form],
    ['a commit with more behind it', written({ head: { ...head, sha: `${head.sha}\n` } }), form],
    ['a repository that is no number', written({ head: { ...head, repository: '7' } }), form],
    ['what is required, inherited', '{"__proto__":{"version":1,"head":{},"report":{}}}', form],
    ['a list', '[]', form],
    ['null', 'null', form],
    ['nothing', '', noJson],
    ['no JSON', '<html>SECRET</html>', noJson],
    ['JSON cut off', written({}).slice(0, -1), noJson],
    ['JSON twice', written({}) + written({}), noJson],
    ['a byte order mark', `\ufeff${written({})}`, noJson],
    ['no UTF-8', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]), noJson],
    ['depths', written({ report: { a: 0 } }).replace('0', `${'['.repeat(500_000)}${']'.repeat(500_000)}`), 'the report of the check is nested deeper than 100 levels'],
    ['too much', written({ report: { a: 'x'.repeat(MAX_HANDOFF_BYTES) } }), 'the report of the check has more than 5000000 bytes'],
  ])('%s', (_, text, problem) => {
    expect(read(text)).toEqual({ problem })
  })

  test('brackets in texts are no depth', () => {
    const report = { a: `${'['.repeat(300)}"\\${'{'.repeat(300)}` }
    expect(read(writeHandoff(head, { report, prefix: '' })).report).toEqual(report)
  })
})
