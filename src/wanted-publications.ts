import { Failure } from './core/failure.ts'
import { say } from './core/message.ts'
import { targetText } from './core/target-text.ts'
import { namedTargets, type NamedTarget } from './named-targets.ts'
import { publishedEnvironments } from './queries/publish/publication.ts'
import type { PublicationPlace } from './queries/publish/verify-place.ts'
import type { Workspace } from './workspace.ts'

/** A publication that is to be verified, `{environment}` filled. */
export interface Wanted extends Pick<NamedTarget, 'to' | 'path' | 'remote' | 'promoter'> {
  readonly place: PublicationPlace
  /** Whether it may not be there: what GitOps Promoter has not promoted yet. */
  readonly isOptional?: boolean
}

/**
 * All that is to be verified.
 *
 * @param named as `cairn verify` takes them; none for the targets of `cairn.yaml`
 * @throws Failure (usage) where there is none, and for what no publication can be called
 */
export function wantedPublications(named: readonly string[], workspace: Workspace): Wanted[] {
  const environments = publishedEnvironments(workspace, { environments: [] })
  const { targets } = workspace.config.publish
  const wanted = namedTargets({ named, settings: targets, environments, as: 'publication' })
  if (wanted.length > 0) return wanted.flatMap(promoted)
  throw new Failure('usage', say`there is nothing to verify`, say`name a publication, such as branch:deploy, or list targets under \`publish.targets\` of cairn.yaml`)
}

/** With GitOps Promoter there are two: what is proposed, and what was promoted and is in use. */
function promoted({ isDeclared, environment, to, path, remote, promoter }: NamedTarget): Wanted[] {
  const text = targetText({ to, path, remote })
  const place = { text, isDeclared, ...(environment !== undefined && { environment }) }
  const one = { to, path, remote, promoter, place }
  return promoter && path === '' ? [one, { ...one, isOptional: true }] : [one]
}
