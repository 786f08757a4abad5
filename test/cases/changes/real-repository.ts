import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cairn } from '../../helpers/cli.ts'
import { fixtureRepository } from '../../helpers/fixtures.ts'
import { fixedGit } from '../fixed-git.ts'
import { golden } from '../review/scenario.ts'
import { REAL_CHANGES, type RealChange } from './scenarios.ts'

/** The text of files by path. */
export type RealFiles = Readonly<Record<string, string>>

/** What `cairn check base..main --format markdown` prints of a change, or the start of it, and its exit code. */
export async function reportOn({ repository, change }: RealChange): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'cairn-change-'))
  try {
    const before = filesOf(repository)
    fixedGit(root, 'init', '-q', '-b', 'main')
    commit(root, {}, before)
    fixedGit(root, 'branch', '-q', 'base')
    commit(root, before, change(before))
    const { code, stdout, stderr } = await cairn(['check', 'base..main', '--format', 'markdown'], { directory: root })
    return `${golden(stdout)}${stderr === '' ? '' : `[standard error]\n${stderr}`}[exit ${code}]\n`
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What is kept of each change, by file. */
export async function* realGoldens(): AsyncGenerator<readonly [file: string, text: string]> {
  for (const one of REAL_CHANGES) yield [expectedOf(one), await reportOn(one)]
}

export const expectedOf = ({ name }: Pick<RealChange, 'name'>): string => join(import.meta.dirname, 'expected', `${name}.md`)

/** A repository of others, with the `cairn.yaml` that adopts it. */
function filesOf(name: string): RealFiles {
  const config = readFileSync(join(import.meta.dirname, '../../repositories', `${name}.yaml`), 'utf8')
  const texts = Object.entries(fixtureRepository(name)).map(([path, content]) => [path, content.toString()] as const)
  return { ...Object.fromEntries(texts), 'cairn.yaml': config }
}

function commit(root: string, before: RealFiles, after: RealFiles): void {
  for (const path of Object.keys(before)) if (after[path] === undefined) rmSync(join(root, path))
  for (const [path, text] of Object.entries(after)) {
    if (before[path] === text) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  fixedGit(root, 'add', '-A')
  fixedGit(root, 'commit', '-q', '-m', 'change')
}
