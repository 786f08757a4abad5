import { describe, expect, test } from 'vitest'
import { toldByAction } from '../helpers/action.ts'
import { cairn } from '../helpers/cli.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'

const OLD = 'canary-old-5f21'
const NEW = 'canary-new-a9c4'
const FILE = 'environments/prod/services/db.yaml'

/** No schema says that these are secrets: their names do. */
const saying = (secret: string): string => `auth: {api_key: ${secret}, tokenizer: bpe-${secret.length}}
users: [{name: ada, password: ${secret}}]
private_key: ${secret}
sslmode_password: ${secret}
from: \${cairn:services/db#/private_key}
`
const SCHEMA = `properties:
  private_key: {type: string, maxLength: 3}
  auth: {properties: {api_key: {enum: [a, b]}}}
`

function changed(): TestRepository {
  const repo = repository({ 'cairn.yaml': 'presence: inherited\n', [FILE]: saying(OLD), 'schemas/services.yaml': SCHEMA })
  repo.commit()
  repo.write({ [FILE]: `${saying(NEW)}smtp: {host: mail, token: ${NEW}}\n` })
  return repo
}

describe('what is named like a secret and in clear', () => {
  const formats = ['terminal', 'json', 'markdown', 'html', 'sarif', 'junit']
  test.each(formats)('is in no report of a change as %s', async (format) => {
    const { stdout, stderr } = await cairn(['check', 'HEAD', '--format', format], { directory: changed().root })
    expect(stdout + stderr).not.toContain(OLD)
    expect(stdout + stderr).not.toContain(NEW)
    if (['terminal', 'markdown', 'html'].includes(format)) expect(stdout).toContain('(not shown: named like a secret)')
    if (format === 'json') expect(stdout).toContain('"$opaque": "withheld"')
  })

  test('is in nothing that the action writes', async () => {
    const told = await toldByAction(changed().root, { base: 'HEAD', report: 'r.json', sarif: 'a.sarif', junit: 'a.xml', html: 'a.html' })
    expect(told).toContain('(not shown: named like a secret)')
    expect(told).not.toContain(OLD)
    expect(told).not.toContain(NEW)
  })

  test('is what who asks for it on a terminal gets to see', async () => {
    const { root } = changed()
    expect((await cairn(['explain', 'prod', 'services/db', '/private_key'], { directory: root })).stdout).toContain(NEW)
    expect((await cairn(['diff', 'HEAD'], { directory: root })).stdout).toContain(NEW)
  })
})
