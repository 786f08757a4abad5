import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { bundlePublisher, runPublisher, type Ran, type Running } from './bundled.ts'
import type { Request } from './publisher.ts'
import { createRemote, createSource, type Git, type Source } from './sources.ts'

export type Publish = (request: Request, running?: Running) => Promise<Ran>

/** Publishes in processes of their own. To be called where tests are defined. */
export function publisher(): Publish {
  let folder = ''
  let program = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-publisher-'))
    program = await bundlePublisher(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (request, running) => runPublisher(program, request, running)
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cairn-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface World extends Source {
  /** Where everything lies; targets, too. */
  readonly folder: string
  /** The bare repository's folder, which `origin` leads to. */
  readonly remote: string
  readonly remoteGit: Git
}

/** A configuration repository and a bare one beside it, with object ids of these kinds. */
export function world({ source: ids = 'sha1', remote: remoteIds = 'sha1' } = {}): World {
  const folder = temporaryFolder()
  const remote = join(folder, 'remote.git')
  const remoteGit = createRemote(remote, remoteIds)
  const source = createSource(join(folder, 'source'), ids)
  source.git('remote', 'add', 'origin', remote)
  return { ...source, folder, remote, remoteGit }
}
