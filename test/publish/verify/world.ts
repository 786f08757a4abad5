import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ChainEntry, EnvironmentManifest, PublicationManifest } from '../../../src/core/publication.ts'
import { cairn, type Ran } from '../../helpers/cli.ts'
import { repository, TestRepository, type Files } from '../../helpers/repository.ts'

export const API = 'environments/production/services/api.yaml'
export const SOURCE: Files = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/production/environment.yaml': 'inherits: base\n',
  'environments/staging/environment.yaml': 'inherits: base\n',
  'environments/base/services/db.yaml': 'host: db.example.com\nport: 5432\n',
  [API]: 'port: 80\nreplicas: 3\nname: api\n',
  'environments/staging/services/api.yaml': 'port: 8080\nname: api\n',
  'environments/production/services/mail.sops.yaml': [
    'host: mail.example.com',
    'password: ENC[AES256_GCM,data:XA==,iv:/TZ39FexBMrrtrNmPJRvdR2y/IB1hxOB3+7Yz/wx0uk=,tag:eg9JYOJ1bIOFlhroBnIedw==,type:str]',
    'sops:',
    '  age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}]',
    '  lastmodified: "2026-01-01T00:00:00Z"',
    '  mac: ENC[AES256_GCM,data:PmXh,iv:ZLpq,tag:GKt7xGN/VlrHiQZg4cxYkg==,type:str]',
    '  encrypted_regex: ^password$',
    '  version: 3.13.2',
    '',
  ].join('\n'),
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A repository with a commit that is published, and what is done with it. */
export class World {
  readonly repo: TestRepository
  commit: string

  /** @param root a folder that somebody else removes; absent: one that goes when the test ends */
  constructor(files: Files = {}, root?: string) {
    this.repo = root === undefined ? repository({}) : new TestRepository(root)
    if (root !== undefined) this.repo.git('init', '-q', '-b', 'main')
    this.repo.write({ ...SOURCE, ...files })
    this.repo.write({ '.gitignore': '/out*\n' })
    this.commit = this.repo.commit()
  }

  async publish(to = 'dir:out', ...more: readonly string[]): Promise<void> {
    const ran = await cairn(['publish', '--to', to, ...more], { directory: this.repo.root })
    expect(ran.code, ran.stderr + ran.stdout).toBe(0)
  }

  /** Changes a value, commits and publishes that. */
  async publishNext(to = 'dir:out', port = 81, ...more: readonly string[]): Promise<void> {
    this.repo.write({ [API]: `port: ${port}\n` })
    this.commit = this.repo.commit()
    await this.publish(to, ...more)
  }

  verify(...args: readonly string[]): Promise<Ran> {
    return cairn(['verify', ...args], { directory: this.repo.root })
  }

  /** The findings, as `place rule`, and whether it was proved. */
  async verified(...args: readonly string[]): Promise<Verified> {
    const { code, stdout, stderr } = await this.verify(...args, '--format', 'json')
    expect(stderr).toBe('')
    const { publications } = JSON.parse(stdout) as { publications: readonly Publication[] }
    const findings = publications.flatMap((one) => one.findings)
    const told = findings.map(({ rule, location: { file, line, column } }) => `${file}${line === undefined ? '' : `:${line}:${column}`} ${rule}`)
    return { code, told, messages: findings.map(({ message }) => message), proofs: publications.map(({ proof }) => proof), publications }
  }

  get folder(): PublishedFolder {
    return new PublishedFolder(join(this.repo.root, 'out/current'))
  }
}

interface Publication {
  readonly target: string
  readonly proof: string
  readonly publishedTo: string | null
  readonly environments: readonly string[]
  readonly missing: readonly string[]
  readonly beside: number
  readonly variables: Readonly<Record<string, string>>
  readonly chain: { readonly entries: number; readonly head: string; readonly rollback: string | null; readonly signed: number; readonly signers: readonly string[] | null }
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly message: string
    readonly location: { readonly file: string; readonly line?: number; readonly column?: number }
  }[]
}

export interface Verified {
  readonly code: number
  readonly told: readonly string[]
  readonly messages: readonly string[]
  readonly proofs: readonly string[]
  readonly publications: readonly Publication[]
}

/** A publication in a folder, in the hands of somebody who may change everything in it. */
export class PublishedFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  at(path: string): string {
    return join(this.path, path)
  }

  files(): string[] {
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1))
      .sort()
  }

  text(path: string): string {
    return readFileSync(this.at(path), 'utf8')
  }

  write(path: string, text: string | Uint8Array): void {
    writeFileSync(this.at(path), text)
  }

  edit(path: string, change: (text: string) => string): void {
    const before = this.text(path)
    const after = change(before)
    expect(after, `${path} was to be changed`).not.toBe(before)
    this.write(path, after)
  }

  remove(path: string): void {
    rmSync(this.at(path), { recursive: true })
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- who reads it knows what is there
  json<T>(path: string): T {
    return JSON.parse(this.text(path)) as T
  }

  editJson<T>(path: string, change: (data: Mutable<T>) => void): void {
    const data = this.json<Mutable<T>>(path)
    change(data)
    this.write(path, `${JSON.stringify(data, null, 2)}\n`)
  }

  lines(): Line[] {
    return this.text('chain.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
  }

  writeLines(lines: readonly object[]): void {
    this.write('chain.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  }

  editLast(change: (entry: Mutable<ChainEntry>) => void): void {
    const lines = this.lines()
    change((lines.at(-1) as Line).entry)
    this.writeLines(lines)
  }

  /** Makes all digests right again, from the files up to the chain, as a clever forger would. */
  forge(): void {
    this.editJson<PublicationManifest>('manifest.json', (root) => {
      for (const one of root.environments) {
        const folder = `${one.name}/`
        const path = `${folder}manifest.json`
        this.editJson<EnvironmentManifest>(path, (manifest) => {
          for (const file of [...manifest.artifacts, ...manifest.secrets, ...(manifest.sealed === null ? [] : [manifest.sealed])]) {
            const bytes = readFileSync(this.at(folder + file.path))
            Object.assign(file, { size: bytes.byteLength, sha256: sha256(bytes) })
          }
        })
        const bytes = readFileSync(this.at(path))
        one.manifest = { path, size: bytes.byteLength, sha256: sha256(bytes) }
      }
    })
    this.forgeRun()
  }

  /** The same, as if it had been published to another target. */
  forgeTarget(target: string): void {
    this.editJson<Statement>('provenance.json', ({ predicate }) => { predicate.buildDefinition.externalParameters.target = target })
    this.editLast((entry) => { entry.target = target })
    this.forgeRun()
  }

  /** The same for what belongs to the run alone. */
  forgeRun(): void {
    this.editJson<Statement>('provenance.json', (statement) => {
      const root = this.json<PublicationManifest>('manifest.json')
      const listed = this.files().filter((path) => !['chain.jsonl', 'provenance.json', 'manifest.json'].includes(path))
      statement.subject = ['manifest.json', ...listed].map((name) => ({ name, digest: { sha256: sha256(readFileSync(this.at(name))) } }))
      const { buildDefinition, runDetails } = statement.predicate
      runDetails.builder.version.cairn = root.tool.version
      buildDefinition.externalParameters.environments = root.environments.map(({ name }) => name)
      buildDefinition.externalParameters.source = root.source
      buildDefinition.resolvedDependencies = [{ ...buildDefinition.resolvedDependencies[0], digest: { gitCommit: root.source.commit } }]
    })
    this.editLast((entry) => {
      entry.manifest = sha256(this.text('manifest.json'))
      entry.statement = sha256(this.text('provenance.json'))
      if (entry.newest === entry.commit) entry.newest = this.json<PublicationManifest>('manifest.json').source.commit
      entry.commit = this.json<PublicationManifest>('manifest.json').source.commit
    })
  }
}

export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

export interface Line {
  entry: Mutable<ChainEntry>
  signature: string | null
}

interface Statement {
  subject: object[]
  predicate: {
    buildDefinition: { externalParameters: { environments: string[]; source: object; target: string }; resolvedDependencies: object[] }
    runDetails: { builder: { version: { cairn: string } } }
  }
}
