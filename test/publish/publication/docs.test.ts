import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DATA_FORMATS, WRITTEN_FORMATS } from '../../../src/core/publication.ts'
import { checkFiles, openFiles } from '../../helpers/memory.ts'
import { ROOT } from '../../reference/repository-files.ts'
import { KEY, sealed } from '../../secrets-check/world.ts'
import { made, sealedIn } from './made.ts'

const page = readFileSync(join(ROOT, 'docs/publishing.md'), 'utf8')
const section = (heading: string): string => page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
const rowsOf = (text: string): string[] => [...text.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, key = '']) => key)

test('the settings on the page are right, and all that there are', async () => {
  const [, yaml = ''] = /^```yaml\n# cairn\.yaml\n([\s\S]*?)^```$/m.exec(section('Settings')) ?? []
  const files = {
    'cairn.yaml': yaml,
    allowed_signers: '',
    'environments/production/services/api.yaml': 'port: 1\n',
    'environments/staging/services/api.yaml': 'port: 1\n',
  }
  expect((await checkFiles(files)).findings).toEqual([])
  const { workspace } = await openFiles(files)
  const { publish } = workspace.config
  expect(publish.targets.map(({ text, path }) => [text, path])).toEqual([['branch:deploy/{environment}', ''], ['branch:fleet', 'clusters/eu'], ['dir:/srv/config', '']])
  const keys = Object.keys(publish).filter((key) => key !== 'place' && key !== 'mentions')
  expect(rowsOf(section('Settings')).sort()).toEqual(keys.sort())
  expect(yaml.match(/^ {2}[a-z]+(?=:)/gm)?.map((key) => key.trim()).filter((key) => key !== 'operators').sort()).toEqual(keys)
})

test('the formats on the page are those that there are', () => {
  expect(rowsOf(section('What is published').split('### Formats')[1] ?? '')).toEqual([...WRITTEN_FORMATS])
  expect(WRITTEN_FORMATS.slice(0, -1)).toEqual(DATA_FORMATS)
})

test('the sealed leaves on the page are what is written', async () => {
  const [, json = ''] = /^```json\n([\s\S]*?)^```$/m.exec(section('What is published')) ?? []
  const one = await made({
    'environments/production/services/db.sops.yaml': sealed('password: x\n', { key: KEY }),
    'environments/production/services/api.yaml': 'db: {password: "${cairn:services/db#/password}"}\nurl: db://${cairn:services/db#/password}\n',
  })
  const leaves = sealedIn(one, 'production').filter(({ document }) => document === 'services/api')
  expect({ version: 1, leaves }).toEqual(JSON.parse(json))
})
