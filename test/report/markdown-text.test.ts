import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code, md, span } from '../../src/report/markdown-text.ts'
import { expectHarmlessMarkdown, gfmHtmlOf } from '../helpers/gfm.ts'
import { HOSTILE } from './findings.ts'

const NONE = /^no links$/

/** What GitHub makes something of, beside what a report test has. */
const MORE = [
  'a@b.example', 'mail a.b+c@d.example now', 'GH-12', 'acme/config#3', 'acme@1234567', ':tada:', 'a :+1: b', 'www.example.com', 'ftp://x.example',
  'xhttps://example.com', '- item', '1. item', '# heading', '> quote', '***', '~~gone~~', '[^1]', '![x](y)', '$x$', '<https://example.com>', '&commat;me',
  '`a`', '\\|', '\\', 'a\\|b', '|---|', '[!NOTE]',
]

describe('text from a repository', () => {
  test.each([...HOSTILE, ...MORE])('%j is text and nothing else', (text) => {
    expectHarmlessMarkdown(`before ${md(text)} after\n\n${md(text)}\n\n- ${md(text)}\n\n| a | b |\n| --- | --- |\n| ${md(text)} | ${code(text)} |\n| x | y |\n\n${span(text)}\n`, NONE)
  })

  test('whatever it is', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...HOSTILE, ...MORE), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 5 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, (any) => {
      expectHarmlessMarkdown(`${md(any)}\n\nbefore ${md(any)} after ${span(any)} it\n\n| a |\n| --- |\n| ${code(any)} |\n| ${md(any)} |\n`, NONE)
    }))
  })

  test('a code span in a cell shows a pipe behind a backslash', () => {
    const html = gfmHtmlOf(`| a |\n| --- |\n| ${code('a\\|b')} |\n`)
    expect(html).toContain('<td><code>a\\|b</code></td>')
    expect(gfmHtmlOf(`| a |\n| --- |\n| ${code('a|b')} |\n`)).toContain('<td><code>a|b</code></td>')
  })

  test('the judge sees what is not escaped', () => {
    for (const text of ['@everyone', '#1', '<img src=x>', 'https://example.com', ':tada:', '| a | b |\n| --- | --- |\n| c |', '<details>', '[x](y)', 'GH-12', 'a@b.example', '<!-- x']) {
      expect(() => expectHarmlessMarkdown(text, NONE), text).toThrow()
    }
  })
})
