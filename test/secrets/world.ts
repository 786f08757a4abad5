import { createAge } from '../../src/adapters/age/age.ts'
import type { Identity } from '../../src/adapters/age/identity.ts'
import { cairn, type Ran } from '../helpers/cli.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'

export const age = createAge()
export const [alice, bob, carol] = await Promise.all([1, 2, 3].map(() => age.generate('x25519'))) as [Identity, Identity, Identity]

export const DB = 'environments/production/services/db.sops.yaml'
export const PLAIN = '# who is on call\nuser: admin # not root\npassword: hunter2-canary\nport: 5432\nnested:\n  token: t0ken-canary\n'

/** Whose key a command has; nobody's where none is given. Never those of this machine. */
export const as = (identity: Identity | undefined, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  XDG_CONFIG_HOME: '/nonexistent',
  ...(identity === undefined ? {} : { SOPS_AGE_KEY: identity.reveal() }),
  ...more,
})

export const rules = (...recipients: Identity[]): string =>
  `creation_rules:\n  - path_regex: ^environments/\n    age: [${recipients.map((one) => one.recipient).join(', ')}]\n`

export class Secrets {
  readonly repo: TestRepository
  constructor(files: Files) {
    this.repo = repository(files)
  }

  run(args: readonly string[], { key, input, variables }: { key?: Identity; input?: string; variables?: Readonly<Record<string, string>> } = {}): Promise<Ran> {
    return cairn(['secrets', ...args], { directory: this.repo.root, variables: as(key, variables), ...(input === undefined ? {} : { input }) })
  }

  /** Runs a command that has to succeed. */
  async ok(args: readonly string[], how: Parameters<Secrets['run']>[1] = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, how)
    if (code !== 0) throw new Error(`cairn secrets ${args.join(' ')} ended with ${code}: ${stderr}`)
    return stdout
  }
}

/** A text of YAML with a key of PGP besides, as SOPS writes it; nobody can open with it. */
export const withPgp = (text: string): string =>
  text.replace('\nsops:\n', '\nsops:\n    pgp:\n        - created_at: "2026-01-01T00:00:00Z"\n          enc: x\n          fp: 85D77543B3D624B6 # ours\n')

/** A repository with one encrypted file, that Alice opens. */
export async function withSecret(files: Files = {}): Promise<Secrets> {
  const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: PLAIN, ...files })
  await secrets.ok(['encrypt', DB])
  return secrets
}
