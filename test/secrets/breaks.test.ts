import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { runTool } from '../sops/binaries.ts'
import { KEY, sealed } from '../secrets-check/world.ts'
import { as, DB, rules, Secrets } from './world.ts'

/*
 * Breaks of a file that was encrypted well, none of which changes a value: `cairn check`, `cairn secrets verify` and
 * the real sops read all of them, or none.
 */
const LAYERS = 'layout: [{path: "environments/{environment}/{kind}/*.sops.yaml", stream: true, name: {at: /name_unencrypted}}]\n'
const { identity } = KEY
const whole = sealed('name_unencrypted: a\nlist:\n    - user: admin\nempty: ""\ntext_unencrypted: |\n    one\n    two\n---\nname_unencrypted: b\nx: y\n')
const [first = '', second = ''] = whole.split('\n---\n')
const inSecond = (from: string | RegExp, to: string): string => `${first}\n---\n${second.replace(from, to)}`

const READ: readonly (readonly [string, string])[] = [
  ['as it is', whole],
  ['a tab in an empty line behind a plain scalar, right of its column', whole.replace('\nlist:', '\n  \t\nlist:')],
  ['a byte order mark', `\ufeff${whole}`],
]
const REFUSED: readonly (readonly [string, string])[] = [
  ['a tab in an empty line', whole.replace('\nlist:', '\n\t\nlist:')],
  ['a tab in an empty line behind a key', whole.replace('list:\n', 'list:\n  \t\n')],
  ['a tab in an empty line behind a scalar in quotes', whole.replace('empty: ""\n', 'empty: ""\n  \t\n')],
  ['a tab before a comment', whole.replace('\nlist:', '\n\t# c\nlist:')],
  ['a tab in an empty line behind a list\'s item, not right of its column', whole.replace('\nempty:', '\n  \t\nempty:')],
  ['a tab before a block of text', whole.replace('    one\n', ' \t\n    one\n')],
  ['a tab at the end', `${whole}\t\n`],
  ['NUL in a comment', whole.replace('\nlist:', ' # \0\nlist:')],
  ['another control character in a comment', whole.replace('\nlist:', ' # \u0007\nlist:')],
  ['a second block of metadata that is indented', inSecond(/^sops:/m, ' sops:')],
  ['a field of the second block that is too far left', inSecond(/^ {4}lastmodified/m, '  lastmodified')],
  ['a field of the second block that is too far right', inSecond(/^ {4}mac:/m, '      mac:')],
  ['a recipient of the second block that is too far left', inSecond(/^ {10}recipient/m, '        recipient')],
  ['a recipient of the first block that is too far left', whole.replace(/^ {10}recipient/m, '        recipient')],
]

async function stateOf(text: string) {
  const secrets = new Secrets({ '.sops.yaml': rules(identity), 'cairn.yaml': LAYERS, [DB]: text })
  const checked = await cairn(['check', '--open'], { directory: secrets.repo.root, variables: as(identity) })
  const verified = await secrets.run(['verify'], { key: identity })
  return { check: checked.code, verify: verified.code }
}

describe.each([['read', READ, 0], ['refused', REFUSED, 1]] as const)('%s', (_state, breaks, code) => {
  test.each(breaks)('%s', async (_what, text) => {
    expect(await stateOf(text)).toEqual({ check: code, verify: code })
  })
  test.skipIf(toolOf('sops-3.13.3') === undefined).each(breaks)(`by sops, too: %s${unlessThere('sops-3.13.3')}`, async (_what, text) => {
    const path = join(mkdtempSync(join(tmpdir(), 'cairn-breaks-')), 'a.yaml')
    writeFileSync(path, text)
    const ran = runTool(toolOf('sops-3.13.3') ?? '', ['decrypt', path], { SOPS_AGE_KEY: identity.reveal() })
    expect(await ran.then(() => 0, () => 1)).toBe(code)
  })
})
