import { expect, test } from 'vitest'
import { Source } from '../../src/core/source.ts'
import { hiddenCharacters } from '../../src/stages/danger/hidden-characters.ts'
import { pullRequest } from '../helpers/pull-request.ts'

const DB = { 'environments/production/services/db.yaml': 'port: 1\n' }

async function found(text: string, before?: string): Promise<readonly string[]> {
  const { input } = await pullRequest(DB, DB)
  const texts = [{ source: new Source('f', text), ...(before === undefined ? {} : { before }) }]
  return hiddenCharacters({ ...input, texts }, {}, {}).map(({ location, message }) => `${String(location.line)}:${String(location.column)}-${String(location.endColumn)} ${message}`)
}

test.each([
  '\u0000', '\u001b', '\u007f', '\u00ad', '\u061c', '\u115f', '\u180e', '\u200b', '\u200e', '\u200f', '\u2028', '\u202a', '\u202e',
  '\u2060', '\u2066', '\u2069', '\u3164', '\ufeff', '\uffa0', '\u{e0001}', '\u{e007f}', '\u{e0100}',
])('%j is found', async (char) => {
  expect(await found(`a\nb${char}c\n`)).toHaveLength(1)
})

test.each(['\t', '\r\n', '\u0085', '\u00a0', '\ufe0f', '\u{1f600}', '\u0e01', '\u05d0'])('%j is not', async (char) => {
  expect(await found(`a\nb${char}c\n`)).toEqual([])
})

test('a joiner between Latin letters joins nothing', async () => {
  expect(await found('a\u200db\n')).toEqual(['1:2-3 a character that nobody sees (U+200D)'])
})

test('one of a line, where it stands first', async () => {
  expect(await found('x\na\u200b\u202e\u{e0041}\n')).toEqual(['2:2-3 a character that nobody sees (U+200B)'])
  expect(await found('x\na\u{e0041}\n')).toEqual(['2:2-4 a character that nobody sees (U+E0041)'])
})

test('lines that were there are not told, wherever they are now', async () => {
  expect(await found('new\na\u200b\r\nb\u200b\n', 'a\u200b\n')).toEqual(['3:2-3 a character that nobody sees (U+200B)'])
})

test('of many lines the first ten, and how many more there are', async () => {
  const messages = await found('\u200b\n'.repeat(10))
  expect(messages).toHaveLength(10)
  expect(messages.at(-1)).not.toContain('more')
  const more = await found('\u200b\n'.repeat(25))
  expect(more).toHaveLength(10)
  expect(more.at(-1)).toBe('10:1-2 a character that nobody sees (U+200B); 15 more lines of this file have such characters')
})
