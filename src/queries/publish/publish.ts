import type { Target } from '../../core/publication.ts'
import type { Outcome, PublishResult } from '../../core/publish-result.ts'
import { buildPublication } from '../../stages/publish/manifest.ts'
import type { Workspace } from '../../workspace.ts'
import { makePublication, type PublicationRun } from './publication.ts'
import { planFor, publishTo, type Publishing } from './publish-to.ts'

export interface PublishRun extends PublicationRun, Omit<Publishing, 'publication' | 'digest' | 'narrowed' | 'source'> {
  readonly commit: Publishing['source']
  readonly targets: readonly TargetRequest[]
  readonly dryRun: boolean
  /** Told of each target as soon as it is done: one that fails after it ends the run. */
  readonly done?: (outcome: Outcome) => void
}

/** A target as it is asked for. */
export interface TargetRequest {
  /** `{environment}` stands for each environment. */
  readonly text: string
  /** @param environment what takes the place of `{environment}`; absent where the name has none */
  readonly open: (environment?: string) => Promise<Target>
}

const PLACEHOLDER = '{environment}'

/** Makes the publication of a commit and brings it to every target, or says what that would do. */
export async function publish(workspace: Workspace, run: PublishRun): Promise<PublishResult> {
  const { check, inputs } = await makePublication(workspace, run)
  if (inputs === undefined) return { check, outcomes: [], blocked: true }
  const outcomes: Outcome[] = []
  const names = inputs.environments.map((environment) => environment.name)
  for (const { open, environments } of scopes(run.targets, names)) {
    const chosen = inputs.environments.filter((environment) => environments.includes(environment.name))
    const publication = buildPublication({ ...inputs, environments: chosen }, run.digest)
    const narrowed = run.environments.length > 0
    const publishing = { ...run, publication, narrowed, source: run.commit }
    const target = await open()
    try {
      const outcome = run.dryRun ? await planFor(target, publishing) : await publishTo(target, publishing)
      outcomes.push(outcome)
      run.done?.(outcome)
    } finally {
      await target.close()
    }
  }
  return { check, outcomes, blocked: false }
}

interface Scope {
  readonly open: () => Promise<Target>
  readonly environments: readonly string[]
}

/** Each target with the environments that it takes: all in one, or one each. */
function scopes(targets: readonly TargetRequest[], environments: readonly string[]): Scope[] {
  return targets.flatMap(({ text, open }): Scope[] =>
    text.includes(PLACEHOLDER)
      ? environments.map((environment) => ({ open: () => open(environment), environments: [environment] }))
      : [{ open: () => open(), environments }],
  )
}
