import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SopsDocument } from '../../src/core/sops/document.ts'
import type { Selector } from '../../src/core/sops/select.ts'
import { rewriteSelected } from '../../src/stages/sops/open.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { envDocument, jsonDocument, selector, yamlDocument } from './corpus.ts'
import { contents, freshKey, kindsOf, NOW, openText, resultOf, run } from './world.ts'

const { identity, dataKey, groups } = await freshKey()
const RUNS = process.env['SOPS_CORPUS'] === 'full' ? 2000 : 200

/** What a document holds, as `contents` says it of an opened file. */
function expected(documents: readonly SopsDocument[], how: Selector): readonly string[] {
  const lines: string[] = []
  rewriteSelected(documents, { selector: how }, run.regexp, ({ document, item, tokens }) => {
    if (item.kind === 'leaf') {
      const { value } = item
      lines.push(`${document} ${JSON.stringify(tokens)} ${value === null ? 'null' : value.type === 'str' && 'text' in value ? `str ${value.text}` : 'text' in value ? `${value.type} ${value.text}` : ''}`)
    }
    return undefined
  })
  return lines
}

const FORMATS = [
  ['yaml', fc.array(yamlDocument(), { minLength: 1, maxLength: 3 })],
  ['json', jsonDocument().map((document) => [document])],
  ['env', envDocument().map((document) => [document])],
] as const

test.each(FORMATS)('%s: what is sealed opens to the same values, and its MAC is right', async (format, documents) => {
  let sealed = 0
  await fc.assert(
    fc.asyncProperty(documents, selector, fc.boolean(), async (made, how, macOnlyEncrypted) => {
      const options = { format, dataKey, groups, selector: how, macOnlyEncrypted, lastModified: NOW }
      const outcome = sealSops(made, options, run)
      if (!outcome.ok) {
        expect(kindsOf(outcome)).toEqual(['nothing-selected'])
        return
      }
      sealed++
      const opened = resultOf(await openText(outcome.result, format, [identity]))
      // JSON has one type of number: a float without a fraction that stays in clear is read as an integer.
      const typed = (lines: readonly string[]) => (format === 'json' ? lines.map((line) => line.replace(/\] (?:int|float) /, '] number ')) : lines)
      expect(typed(contents(opened))).toEqual(typed(expected(made, how)))
      expect(opened.comments.filter((comment) => comment.selected && comment.opened === undefined)).toEqual([])
    }),
    { numRuns: RUNS },
  )
  expect(sealed).toBeGreaterThan(RUNS / 3)
})
