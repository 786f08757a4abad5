/**
 * Publishes as `cairn publish` does, in a process that can be killed: takes a request as JSON for its argument, and
 * prints what came of it.
 */
import { Collector } from '../../../src/core/collector.ts'
import { Failure } from '../../../src/core/failure.ts'
import { publishCommit } from '../../../src/publishing.ts'

export interface Request {
  readonly root: string
  readonly commit: string
  readonly to: readonly string[]
  readonly environments?: readonly string[]
  readonly rollback?: boolean
  readonly token?: string
  readonly signKey?: string
  /** The server that the token is for. */
  readonly tokenServer?: string
  /** What is told of the run, besides what is told of each. */
  readonly told?: { readonly ref?: string; readonly actor?: string; readonly run?: string }
}

export interface Outcomes {
  /** Of each target what was done, or what was said against it. */
  readonly did: readonly string[]
  readonly said: readonly string[]
  readonly failure?: { readonly exit: string; readonly said: string; readonly hint: string }
  readonly findings: readonly string[]
}

async function publishOnce(request: Request): Promise<Outcomes> {
  const { root, commit, to, environments = [], rollback = false, token, tokenServer, signKey } = request
  const told = { ref: 'refs/heads/main', actor: 'somebody', run: null, builder: null, ...request.told }
  const { outcomes, check } = await publishCommit({
    root, folder: root, commit, targets: to, environments, rollback, dryRun: false, variables: process.env, told,
    ...(rollback && { targetsAt: 'HEAD' }),
    ...(token !== undefined && { token }),
    ...(tokenServer !== undefined && { tokenServer }),
    ...(signKey !== undefined && { signKey }),
    repository: null, collector: new Collector(), now: new Date(),
  })
  return {
    did: outcomes.map(({ decision }) => decision.does),
    said: outcomes.flatMap(({ decision }) =>
      (decision.does === 'refuse' ? [decision.said, decision.hint] : [])),
    findings: check.findings.map(({ rule, message }) => `${rule} ${message}`),
  }
}

try {
  console.log(JSON.stringify(await publishOnce(JSON.parse(process.argv[2] ?? '') as Request)))
} catch (error) {
  if (!(error instanceof Failure)) throw error
  const failure = { exit: error.exit, said: error.said, hint: error.hint ?? '' }
  console.log(JSON.stringify({ did: [], said: [], findings: [], failure }))
}
