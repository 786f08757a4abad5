import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toldByAction } from '../helpers/action.ts'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { CANARY, SPELLINGS } from './canary.ts'

const COMMANDS = [
  ['check'],
  ['check', '--format', 'json'],
  ['check', '--format', 'markdown'],
  ['check', '--format', 'sarif'],
  ['check', '--format', 'junit'],
  ['check', '--format', 'html'],
  ['check', 'HEAD'],
  ['check', 'HEAD', '--format', 'json'],
  ['check', 'HEAD', '--format', 'markdown'],
  ['check', 'HEAD', '--format', 'sarif'],
  ['check', 'HEAD', '--format', 'junit'],
  ['check', 'HEAD', '--format', 'html'],
  ['render'],
  ['render', '--format', 'json'],
  ['render', '--format', 'markdown'],
  ...['toml', 'ini', 'env'].map((format) => ['render', 'services/a', '-e', 'dev', '--format', format]),
  ['render', '--artifacts', 'artifacts', '--format', 'json'],
  ['publish', '--to', 'dir:published', '--dry-run'],
  ['publish', '--to', 'dir:published', '--dry-run', '--format', 'json'],
  ['environments', '--documents'],
  ['environments', '--format', 'json'],
  ['compare', 'dev', 'prod'],
  ['compare', 'dev', 'prod', '--format', 'json'],
  ['diff', 'HEAD'],
  ['diff', 'HEAD', '--format', 'json'],
  ['diff', 'HEAD', '--format', 'markdown'],
  ['explain', 'dev', 'services/a'],
  ['explain', 'dev', 'services/a', '--format', 'json'],
  ['explain', 'dev', 'services/a', '--format', 'markdown'],
  ['init'],
  ['init', '--format', 'json'],
  ['init', '--editor'],
  ['schema'],
  ['schema', 'services'],
  ['schema', 'services', '--resolved'],
  ['schema', 'diff', 'HEAD'],
  ['schema', 'diff', 'HEAD', '--format', 'json'],
  ['schema', 'diff', 'HEAD', '--format', 'markdown'],
]

/** Everything that every command prints, with a second state of the repository to compare with. */
async function everything(files: Files, before: Files): Promise<string> {
  const repo = repository({ 'environments/prod/environment.yaml': 'inherits: dev\n', ...before })
  repo.commit()
  repo.write(files)
  let text = ''
  for (const args of COMMANDS) {
    const { stdout, stderr, code } = await cairn(args, { directory: repo.root })
    expect(code, args.join(' ')).toBeLessThan(3)
    text += stdout + stderr
  }
  return text + (await toldByAction(repo.root, { base: 'HEAD', sarif: 'reports/a.sarif', junit: 'reports/a.xml', html: 'reports/a.html' }))
}

const A = 'environments/dev/services/a'

/** Files that do not parse, each with a secret where the mistake is: parsers like to quote it. */
const BROKEN: readonly (readonly [string, Files])[] = [
  ['an unterminated YAML string', { [`${A}.yaml`]: `password: "${CANARY}\n` }],
  ['YAML after a quoted scalar', { [`${A}.yaml`]: `password: "x" ${CANARY}\n` }],
  ['a YAML tab', { [`${A}.yaml`]: `a:\n\t${CANARY}: 1\n` }],
  ['a YAML bracket', { [`${A}.yaml`]: `a: [${CANARY}\n` }],
  ['a YAML number', { [`${A}.yaml`]: `a: !!int ${CANARY}\n` }],
  ['a template', { [`${A}.yaml`]: `a: {{ "${CANARY}" }\n` }],
  ['JSON', { [`${A}.json`]: `{"password": "${CANARY}" x}` }],
  ['an unterminated JSON string', { [`${A}.json`]: `{"password": "${CANARY}` }],
  ['a bare JSON word', { [`${A}.json`]: `{"password": ${CANARY}}` }],
  ['TOML', { [`${A}.toml`]: `password = "${CANARY}\n` }],
  ['a bare TOML value', { [`${A}.toml`]: `password = ${CANARY}\n` }],
  ['INI', { [`${A}.ini`]: `[a]\n${CANARY}\n` }],
  ['an unterminated dotenv string', { [`${A}.env`]: `PASSWORD="${CANARY}\n` }],
  ['a dotenv line', { [`${A}.env`]: `${CANARY} ${CANARY}\n` }],
  ['a damaged envelope', { [`${A}.yaml`]: `password: ENC[AES256_GCM,data:${CANARY},type:str]\nsops: {mac: x, lastmodified: y, version: 3.9.0}\n` }],
  ['cairn.yaml', { 'cairn.yaml': `presence: ["${CANARY}\n` }],
  ['an environment file', { 'environments/dev/environment.yaml': `labels: "${CANARY}\n` }],
]

describe('no finding quotes what stands in a broken file', () => {
  test.each(BROKEN)('%s', async (_what, files) => {
    const text = await everything(files, { ['environments/dev/services/b.yaml']: 'port: 1\n' })
    for (const spelling of SPELLINGS) expect(text).not.toContain(spelling)
  })
})

describe('a sealed leaf is never printed, not even sealed', () => {
  const folder = new URL('../fixtures/sops/', import.meta.url)
  const sealed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => {
    return /\.(?:ya?ml|json|env|ini)$/.test(path) && readFileSync(new URL(path, folder), 'utf8').includes('ENC[')
  })
  test('there are such fixtures', () => {
    expect(sealed.length).toBeGreaterThan(5)
  })
  test.each(sealed)('%s', async (path) => {
    const content = readFileSync(new URL(path, folder), 'utf8')
    const layer = `${A}${extname(path)}`
    const text = await everything({ [layer]: content }, { [layer]: content.replace(/data:./, 'data:Z') })
    expect(text).not.toContain('ENC[')
    for (const [, data = ''] of content.matchAll(/data:([^,]{8,}),/g)) expect(text).not.toContain(data)
  })
})
