import { expect, test } from 'vitest'
import { checkFiles } from '../helpers/memory.ts'

// Alone in its file: the parser of TOML is loaded once a process, and the document that needs it is then begun again.
test('a document that is begun again counts once', async () => {
  const { findings } = await checkFiles({
    'environments/a/services/x.yaml': 'network: {host: 0.0.0.0, port: 80}\n',
    'environments/b/services/x.yaml': 'network: {host: 0.0.0.0, port: "${cairn:services/y#/port}"}\n',
    'environments/b/services/y.toml': 'port = 80\n',
  })
  expect(findings).toEqual([])
})
