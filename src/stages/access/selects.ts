import type { AccessRule, Selected } from '../../core/access.ts'
import type { Change } from '../../core/change.ts'
import { parseDocumentKey } from '../../core/document.ts'
import type { Environment } from '../../core/environment.ts'
import { matchesGlob, reachesGlob } from '../../core/glob.ts'
import { isList, isMapping, own, sameValue, type Mapping, type Value } from '../../core/value.ts'

/** Whether a rule chooses an environment. */
export function selectsEnvironment(rule: AccessRule, environment: Environment | undefined): boolean {
  if (environment === undefined) return false
  const { environments, labels, protected: isProtected } = rule
  if (!selects(environments, [environment.name])) return false
  if (isProtected !== undefined && environment.protected !== isProtected) return false
  return labels === undefined || hasLabels(environment.labels, labels)
}

/** Whether a rule chooses what a change does to its document, wherever that is. */
export function selectsChange(rule: AccessRule, change: Change): boolean {
  const { kinds, documents, paths } = rule
  if (!selects(kinds, [parseDocumentKey(change.document)?.kind ?? ''])) return false
  if (!selects(documents, change.document.split('/'))) return false
  if (paths === undefined) return true
  const { tokens, beforeTokens = tokens, before, after } = change
  return paths.some(({ glob }) => {
    return reachesGlob(glob, tokens, after?.value) || reachesGlob(glob, beforeTokens, before?.value)
  })
}

function selects(selected: readonly Selected[] | undefined, segments: readonly string[]): boolean {
  return selected === undefined || selected.some(({ glob }) => matchesGlob(glob, segments))
}

function hasLabels(labels: Mapping, wanted: Mapping): boolean {
  return Object.keys(wanted).every((key) => hasLabel(own(labels, key), wanted[key]))
}

function hasLabel(label: Value | undefined, wanted: Value | undefined): boolean {
  if (label === undefined || wanted === undefined) return false
  if (isMapping(wanted)) return isMapping(label) && hasLabels(label, wanted)
  return isList(wanted) ? wanted.some((one) => sameValue(one, label)) : sameValue(wanted, label)
}
