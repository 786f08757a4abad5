import { isObjectId } from '../adapters/git.ts'
import type { Links } from '../report/review/place.ts'
import type { Variables } from '../workspace.ts'

/**
 * Where commits can be looked at, as the runner says; on GitHub Enterprise Server it is another server. `undefined`
 * where it does not say so in the form that addresses have: Markdown is made of it.
 */
export function linksOf(variables: Variables, { head, base }: Pick<Links, 'head' | 'base'>): Links | undefined {
  const where = whereOf(variables)
  if (where === undefined || !isObjectId(head)) return undefined
  return { ...where, head, ...(base !== undefined && isObjectId(base) ? { base } : {}) }
}

/** The address of the repository, without a slash at the end. */
export function repositoryUrl(variables: Variables): string | undefined {
  const where = whereOf(variables)
  return where && `${where.server}/${where.repository}`
}

/** The address of a workflow run: of this one where no other is named. */
export function runUrl(variables: Variables, run = variables['GITHUB_RUN_ID'] ?? ''): string | undefined {
  const repository = repositoryUrl(variables)
  return repository === undefined || !/^\d{1,20}$/.test(run) ? undefined : `${repository}/actions/runs/${run}`
}

/** The workflow that runs, as who made something: `https://github.com/acme/config/.github/workflows/publish.yml@<ref>`. */
export function workflowUrl(variables: Variables): string | undefined {
  const { GITHUB_WORKFLOW_REF: workflow = '' } = variables
  const where = whereOf(variables)
  return where === undefined || !/^[\w.-]+\/[\w.-]+\/\S{1,1000}$/.test(workflow) ? undefined : `${where.server}/${workflow}`
}

function whereOf(variables: Variables): Pick<Links, 'server' | 'repository'> | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = variables
  if (!/^https?:\/\/[\w.:-]+(?:\/[\w.-]+)*$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined
  return { server, repository }
}
