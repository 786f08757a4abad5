import type { Collector } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { DigestOf, ManifestSource, ManifestTool } from '../../core/publication.ts'
import type { CheckResult } from '../../core/results.ts'
import type { Severity } from '../../core/rules.ts'
import type { EnvironmentContent, PublicationInputs } from '../../stages/publish/manifest.ts'
import type { Workspace } from '../../workspace.ts'
import { check } from '../check.ts'
import { selectEnvironments } from '../selection.ts'
import { checkConsumers } from './consumers.ts'
import { Gathering } from './gather.ts'
import { inputsOf, kindOf } from './inputs.ts'
import { nativeArtifacts } from './native.ts'
import { checkFolders, checkPaths } from './paths.ts'

export interface PublicationRun {
  readonly collector: Collector
  readonly source: ManifestSource
  readonly tool: ManifestTool
  readonly digest: DigestOf
  /** `--environment`; empty for all that are published. */
  readonly environments: readonly string[]
  /** `2027-01-31`, for how old secrets are. */
  readonly today?: string
  readonly progress?: (done: number, total: number) => void
  /** The severities that block the publication; errors do in any case. */
  readonly blocking?: readonly Severity[]
}

export interface PublicationResult {
  readonly check: CheckResult
  /** What is published; absent where an error blocks it. */
  readonly inputs?: PublicationInputs
}

/**
 * Checks a commit and renders what it publishes. Any error, wherever it is in what is published, and nothing is: there
 * is no half publication.
 */
export async function makePublication(workspace: Workspace, run: PublicationRun): Promise<PublicationResult> {
  const { collector, digest } = run
  const environments = publishedEnvironments(workspace, run)
  const { report } = collector
  const gathered = new Map(environments.map((one) => [one, new Gathering({ workspace, report, name: one })]))
  const checked = await check(workspace, {
    selection: isEvery(workspace, environments) ? {} : { environments },
    collector,
    ...(run.today !== undefined && { today: run.today }),
    ...(run.progress && { progress: run.progress }),
    seen: (linked) => { gathered.get(linked.effective.environment.name)?.add(linked) },
  })
  collector.close()
  for (const at of gathered.values()) {
    await finish(workspace, at, collector)
    collector.close()
  }
  checkFolders([...gathered.values()], report)
  const findings = collector.findings()
  const result = { check: { ...checked, findings } }
  if (findings.some(({ severity }) => severity === 'error' || run.blocking?.includes(severity) === true)) return result
  if (environments.length === 0) throw new Failure('usage', say`no environment is published: all are abstract, or there is none`)
  const contents = Array.from(gathered.values(), (at): EnvironmentContent => ({
    ...at.content(),
    kinds: at.kinds.map((kind) => kindOf({ workspace, digest }, kind)),
  }))
  const { source, tool } = run
  const inputs = inputsOf({ workspace, digest })
  return { ...result, inputs: { source, tool, inputs, environments: contents } }
}

/** Whether nothing is left out: then what only others inherit from is checked, too, as it is everywhere else. */
function isEvery({ environments }: Workspace, published: readonly string[]): boolean {
  const named = new Set(published)
  return [...environments.values()].every((environment) => environment.abstract || named.has(environment.name))
}

/** What needs all documents of an environment. */
async function finish(workspace: Workspace, at: Gathering, collector: Collector): Promise<void> {
  const { report } = collector
  for (const one of at.native) {
    at.artifacts.push(...await workspace.reader.whole(collector, () => nativeArtifacts(workspace, one, report)))
  }
  checkConsumers(workspace, { environment: at.name, secrets: at.secrets }, report)
  checkPaths(at, report)
}

/** The environments to publish: those named, of those that `publish.environments` lists or that are not abstract. */
export function publishedEnvironments(
  workspace: Workspace,
  { environments }: Pick<PublicationRun, 'environments'>,
): string[] {
  const listed = workspace.config.publish.environments
  const all = listed === undefined
    ? [...workspace.environments.values()].filter(({ abstract }) => !abstract).map((environment) => environment.name)
    : listed.map((one) => one.name).filter((one) => workspace.environments.get(one)?.abstract === false)
  if (environments.length === 0) return all
  const chosen = selectEnvironments(workspace, { environments }).map((environment) => environment.name)
  const stray = chosen.find((one) => !all.includes(one))
  if (stray === undefined) return chosen
  throw new Failure('usage', say`${name(stray)} is not published: it is abstract, or \`publish.environments\` does not list it`)
}
