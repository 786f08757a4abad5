import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository, type Files } from '../helpers/repository.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { ROOT } from '../reference/repository-files.ts'
import { documentedWorkflows } from './workflows.ts'

const zizmor = toolOf('zizmor')
const ACTIONS = ['action.yml', 'check/action.yml', 'comment/action.yml', 'publish/action.yml']

interface Audited {
  /** What it has to say, as `<audit> ./<file>`. */
  readonly findings: readonly string[]
  readonly files: readonly string[]
}

/** Audits workflows and action files with nothing of the machine's own configuration and nothing fetched. */
function audit(workflows: Files): Audited {
  const { root } = repository(workflows)
  for (const path of ACTIONS) cpSync(join(ROOT, path), join(root, path))
  if (existsSync(join(ROOT, '.github'))) cpSync(join(ROOT, '.github'), join(root, '.github'), { recursive: true })
  const args = ['--offline', '--no-config', '--no-progress', '--strict-collection', '--collect=all', '--format=json-v1', '.']
  const { stdout, stderr } = spawnSync(zizmor ?? '', args, { cwd: root, env: { HOME: root }, encoding: 'utf8' })
  const found = JSON.parse(stdout) as readonly { readonly ident: string; readonly locations: readonly { readonly symbolic: { readonly key: unknown } }[] }[]
  const findings = found.map(({ ident, locations }) => `${ident} ${/[\w./-]+\.yml/.exec(JSON.stringify(locations[0]?.symbolic.key))?.[0] ?? ''}`)
  return { findings, files: Array.from(stderr.matchAll(/completed \.\/(\S+)/g), ([, file = '']) => file) }
}

describe(`zizmor${unlessThere('zizmor')}`, () => {
  const workflows = Object.fromEntries(documentedWorkflows().map(([, text], i) => [`.github/workflows/example-${i}.yml`, text]))

  test.skipIf(zizmor === undefined)('has nothing to say about our actions and the workflows of the documentation', () => {
    const { findings, files } = audit(workflows)
    expect(findings).toEqual([])
    expect(files).toEqual(expect.arrayContaining([...ACTIONS, ...Object.keys(workflows)]))
  })

  test.skipIf(zizmor === undefined)('says what it has to', () => {
    const [first = ''] = Object.values(workflows)
    const broken = first.replaceAll(/@a{40}/g, '@v1').replace('persist-credentials: false', '')
    const found = new Set(audit({ '.github/workflows/broken.yml': broken }).findings)
    expect([...found].sort()).toEqual(['artipacked', 'unpinned-uses'].map((name) => `${name} ./.github/workflows/broken.yml`))
  })
})
