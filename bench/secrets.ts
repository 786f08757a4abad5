/**
 * Secrets against the real sops, in one run: 1,000 files opened in one process beside 1,000 processes of `sops decrypt`
 * (50 are run, and their median counts 1,000 times), one file of 1,000 values, and peak memory.
 *
 *     scripts/install-sops.sh && node bench/secrets.ts
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { plainParserState } from '../scripts/build/plain-parser-state.ts'
import { hostNode } from '../scripts/host-node.ts'
import { ROOT } from '../scripts/root.ts'
import { createAge } from '../src/adapters/age/age.ts'
import { createGoRegExp } from '../src/adapters/go-regexp.ts'
import { createSopsCipher } from '../src/adapters/sops/cipher.ts'
import { newDataKey, sealDataKey } from '../src/adapters/sops/data-key.ts'
import { newMapping, newText } from '../src/core/sops/document.ts'
import { sealSops } from '../src/stages/sops/seal.ts'

const FILES = 1000
const VALUES = 1000
const SPAWNS = 50
const ROUNDS = 5

interface Figures {
  readonly start: number
  readonly load: number
  readonly work: number
  readonly megabytes: number
}

const folder = mkdtempSync(join(tmpdir(), 'cairn-secrets-'))
const age = createAge()
const identity = await age.generate('x25519')
const run = { cipher: createSopsCipher(), regexp: createGoRegExp() }
const env = { ...process.env, SOPS_AGE_KEY: identity.reveal(), NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined }

async function write(path: string, values: number): Promise<void> {
  const dataKey = newDataKey()
  const enc = (await sealDataKey(dataKey, identity.recipient, age)) ?? ''
  const root = newMapping(Array.from({ length: values }, (_, i) => [`value_${i}`, newText(`secret ${i} of ${path}`)] as const))
  const options = { format: 'yaml', dataKey, groups: [[{ recipient: identity.recipient, enc }]], macOnlyEncrypted: false } as const
  const selector = { kind: 'unencrypted_suffix', pattern: '_unencrypted' } as const
  const sealed = sealSops([{ root }], { ...options, selector, lastModified: '2026-11-23T12:00:00Z' }, run)
  if (!sealed.ok) throw new Error('the corpus could not be sealed')
  writeFileSync(path, sealed.result)
}

async function program(): Promise<string> {
  const build = await rolldown({
    cwd: ROOT,
    input: { open: 'bench/secrets-open.ts' },
    platform: 'node',
    tsconfig: false,
    resolve: { symlinks: false },
    transform: { target: 'node20.19' },
    plugins: [plainParserState()],
  })
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' })
  await build.close()
  for (const chunk of output) if (chunk.type === 'chunk') writeFileSync(join(folder, chunk.fileName), chunk.code)
  return join(folder, 'open.mjs')
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number
}

function measure(node: string, path: string, files: string): Figures {
  const all = Array.from({ length: ROUNDS }, () => JSON.parse(execFileSync(node, [path, files], { env, encoding: 'utf8' })) as Figures)
  const of = (key: keyof Figures) => median(all.map((figures) => figures[key]))
  return { start: of('start'), load: of('load'), work: of('work'), megabytes: of('megabytes') }
}

function spawns(tool: string, path: string, times: number): number {
  return median(
    Array.from({ length: times }, () => {
      const start = performance.now()
      const { status } = spawnSync(tool, ['decrypt', path], { env, stdio: 'ignore' })
      if (status !== 0) throw new Error('sops could not open a file of the corpus')
      return performance.now() - start
    }),
  )
}

const [many, one] = [join(folder, 'many'), join(folder, 'one')]
mkdirSync(many)
mkdirSync(one)
for (let i = 0; i < FILES; i++) await write(join(many, `${i}.yaml`), 10)
await write(join(one, 'large.yaml'), VALUES)
const path = await program()

const { CAIRN_TOOLS, XDG_CACHE_HOME = join(homedir(), '.cache') } = process.env
const sops = join(CAIRN_TOOLS ?? join(XDG_CACHE_HOME, 'cairn-tools'), 'sops-3.13.3')
const theirs = existsSync(sops) ? { small: spawns(sops, join(many, '0.yaml'), SPAWNS), large: spawns(sops, join(one, 'large.yaml'), 10) } : undefined
if (theirs === undefined) console.log('the real sops is not there: scripts/install-sops.sh installs it')

for (const node of new Set([process.execPath, hostNode()])) {
  const [files, values] = [measure(node, path, many), measure(node, path, one)]
  const load = (loadavg()[0] ?? 0).toFixed(1)
  console.log(`\n${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}, medians of ${ROUNDS}, load ${load}`)
  const whole = files.start + files.load + files.work
  console.log(`${FILES} files in one process: ${whole.toFixed(0)} ms (start ${files.start.toFixed(0)}, libraries ${files.load.toFixed(0)}, work ${files.work.toFixed(0)}), peak ${files.megabytes.toFixed(0)} MB`)
  if (theirs !== undefined) {
    console.log(`  ${FILES} × sops decrypt at ${theirs.small.toFixed(1)} ms: ${((theirs.small * FILES) / 1000).toFixed(1)} s, ${((theirs.small * FILES) / whole).toFixed(0)} times as long`)
  }
  console.log(`one file of ${VALUES} values: ${values.work.toFixed(0)} ms above start-up (start ${values.start.toFixed(0)}, libraries ${values.load.toFixed(0)}), peak ${values.megabytes.toFixed(0)} MB`)
  if (theirs !== undefined) console.log(`  sops decrypt: ${theirs.large.toFixed(0)} ms in all`)
}
rmSync(folder, { recursive: true, force: true })
