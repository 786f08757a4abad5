import { expect, test } from 'vitest'
import { checkFiles } from '../helpers/memory.ts'

test('a target that only a parser not loaded yet can read is resolved as any other', async () => {
  const { findings } = await checkFiles({
    'environments/dev/services/a.yaml': 'x: ${cairn:services/b#/x}\ny: ${cairn:services/c#/list}\nz: ${cairn:services/a#/x}\n',
    'environments/dev/services/b.toml': 'x = "${cairn:services/c#/list/0}"\n',
    // js-yaml refuses the bracket: the judge is asked, which is loaded then.
    'environments/dev/services/c.yaml': 'list: [\n  1\n]\n',
  })
  expect(findings.map(({ rule, location }) => `${location.file ?? ''}:${location.line} ${rule}`)).toEqual([
    'environments/dev/services/c.yaml:3 parse/syntax',
  ])
})
