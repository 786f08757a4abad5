import { expect, test } from 'vitest'
import { elsewhereText } from '../../src/action/elsewhere.ts'

const RUN = 'https://github.example/acme/config/actions/runs/1'

test.each([
  [{ in: 'summary', page: '' }, 'the log has all'],
  [{ in: 'summary', page: 'reports/cairn.html' }, '`cairn.html` and the log have all'],
  [{ in: 'comment', page: '', run: RUN }, `[the run of the check](${RUN}) has all`],
  [{ in: 'comment', page: 'reports/cairn.html', run: RUN }, `[the run of the check](${RUN}) has all, in \`cairn.html\` and in its log`],
  [{ in: 'comment', page: '', run: undefined }, 'the log of the check has all'],
  [{ in: 'comment', page: 'a.html' }, 'the run of the check has all, in `a.html` and in its log'],
] as const)('what has no room is said to be elsewhere: %j', (input, text) => {
  expect(elsewhereText(input)).toBe(text)
})

test('the name of a file is no markup, and no longer than there is room for', () => {
  const text = elsewhereText({ in: 'comment', page: `x/${'`<b>'.repeat(100)}.html`, run: RUN })
  expect(text.length).toBeLessThan(300)
  expect(text).toMatch(/in ``[^\n]{60,70}`` and in its log$/)
})
