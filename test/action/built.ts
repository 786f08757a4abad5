import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from '../../scripts/build/bundle.ts'
import { ROOT } from '../reference/repository-files.ts'

/**
 * The action as a workflow gets it: action.yml and what the build puts into `dist/`, built from the sources as they
 * are. That the committed bundle is the same is what the build's own check says.
 *
 * @returns the folder, once the tests run
 */
export function builtAction(): () => string {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-action-'))
    const { files } = await bundle(ROOT)
    for (const [path, text] of files) {
      const file = join(folder, 'dist', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    for (const part of ['.', 'check', 'comment', 'publish']) {
      mkdirSync(join(folder, part), { recursive: true })
      copyFileSync(join(ROOT, part, 'action.yml'), join(folder, part, 'action.yml'))
    }
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
    symlinkSync(join(ROOT, 'schemas'), join(folder, 'schemas'))
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}
