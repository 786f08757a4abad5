import { expect, test } from 'vitest'
import { checkFiles } from '../helpers/memory.ts'

const DOCUMENTS = { 'environments/dev/services/a.yaml': 'a: 1\n', 'environments/dev/jobs/a.yaml': 'a: 1\n' }

test('a kind whose schema cannot be used is named among what was not checked', async () => {
  const broken = await checkFiles({ ...DOCUMENTS, 'schemas/services.yaml': 'type: strnig\n', 'schemas/jobs.yaml': 'type: object\n' })
  expect(broken.notChecked).toEqual(['what the schema of services would ask: not usable'])
  const missing = await checkFiles({ ...DOCUMENTS, 'cairn.yaml': 'kinds: {jobs: {schema: schemas/none.yaml}}\n' })
  expect(missing.notChecked).toEqual(['what the schema of jobs would ask: not usable'])
  const sound = await checkFiles({ ...DOCUMENTS, 'schemas/services.yaml': 'type: object\n' })
  expect(sound.notChecked).toEqual([])
})
