import { resolveCommit } from '../adapters/git.ts'
import { relationOf, stoodAt } from '../adapters/git/relation.ts'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import type { GivenEvent } from './event.ts'

/**
 * Going back is for a person to say, once: a workflow that says it on each push would do it for ever.
 *
 * @throws Failure (usage) where a run that nobody has started by hand is to go back
 */
export function refuseRollback({ name: event }: Pick<GivenEvent, 'name'>, rollbackTo: string): void {
  if (rollbackTo === '' || event === 'workflow_dispatch') return
  throw new Failure('usage', say`nobody goes back on ${name(event)}`, say`the input rollback-to is for workflow_dispatch, where a person starts the run; leave it empty otherwise`)
}

/**
 * The commit to go back to. Only what the branch stood at can be: whoever may start a run need not be who may approve
 * what is on another one, and of what was merged nobody has approved each step.
 *
 * @param tip the commit of the run
 * @throws Failure (usage) for any other commit
 */
export function commitBefore(root: string, tip: string, rollbackTo: string): string {
  const commit = resolveCommit(root, rollbackTo)
  const relation = relationOf(root, tip, commit)
  if (relation === 'same' || (relation === 'ancestor' && stoodAt(root, tip, commit))) return commit
  if (relation === 'ancestor') {
    throw new Failure('usage', say`${name(rollbackTo)} came to the branch of this run by a merge, and the branch never stood there`, say`name the merge, or a commit before it: git log --first-parent lists them`)
  }
  const said = say`${name(rollbackTo)} is not part of the branch that this run is for`
  const hint = relation === 'unknown' ? say`set fetch-depth: 0 for actions/checkout` : say`name a commit before ${name(tip.slice(0, 12))}`
  throw new Failure('usage', said, hint)
}
