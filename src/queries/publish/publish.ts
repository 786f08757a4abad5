import type { Target } from '../../core/publication.ts'
import type { Outcome, PublishResult } from '../../core/publish-result.ts'
import { buildPublication } from '../../stages/publish/manifest.ts'
import type { Workspace } from '../../workspace.ts'
import { makePublication, type PublicationRun } from './publication.ts'
import { planFor, publishTo, type Publishing } from './publish-to.ts'

export interface PublishRun extends PublicationRun, Omit<Publishing, 'publication' | 'digest' | 'narrowed' | 'isDeclared' | 'source'> {
  readonly commit: Publishing['source']
  readonly targets: readonly TargetRequest[]
  readonly dryRun: boolean
  /** Told of each target as soon as it is done: one that fails after it ends the run. */
  readonly done?: (outcome: Outcome) => void
}

/** A target as it is asked for. */
export interface TargetRequest {
  /** The one environment that it takes; absent: all in one. */
  readonly environment?: string
  readonly isDeclared: boolean
  readonly open: () => Promise<Target>
}

/** Makes the publication of a commit and brings it to every target, or says what that would do. */
export async function publish(workspace: Workspace, run: PublishRun): Promise<PublishResult> {
  const { check, inputs } = await makePublication(workspace, run)
  if (inputs === undefined) return { check, outcomes: [], blocked: true }
  const outcomes: Outcome[] = []
  for (const { open, environment, isDeclared } of run.targets) {
    const chosen = inputs.environments.filter((one) => environment === undefined || one.name === environment)
    const publication = buildPublication({ ...inputs, environments: chosen }, run.digest)
    const narrowed = run.environments.length > 0
    const publishing = { ...run, publication, narrowed, isDeclared, source: run.commit }
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
