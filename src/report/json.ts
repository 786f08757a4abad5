import type { Change, Side } from '../core/change.ts'
import type { Explanation } from '../core/explanation.ts'
import type { SettledFinding } from '../core/finding.ts'
import type { Message } from '../core/message.ts'
import type { Location } from '../core/place.ts'
import { pointer } from '../core/pointer.ts'
import type { CompareResult, DiffResult, EnvironmentsResult } from '../core/results.ts'
import { plainValue, type Explained } from './show.ts'

interface FindingJson extends Omit<SettledFinding, 'location' | 'related'>, Location {
  readonly related: readonly (Location & { readonly message: Message })[]
}

/** A finding as JSON: rule, severity, message, its place's fields, related places, environments. */
export function findingJson({ rule, severity, message, location, related, environments }: SettledFinding): FindingJson {
  return {
    rule,
    severity,
    message,
    ...location,
    related: related.map((one) => ({ message: one.message, ...one.location })),
    environments,
  }
}

export function environmentsJson({ snapshot, environments }: EnvironmentsResult): unknown {
  return {
    snapshot,
    environments: environments.map((one) => ({
      ...one,
      labels: plainValue(one.labels),
      variables: plainValue(one.variables),
    })),
  }
}

export function explanationJson(found: Explanation): unknown {
  return {
    ...found,
    ...explainedValue(found),
    said: found.said.map((said) => ({ ...said, ...explainedValue({ ...said, secret: found.secret }) })),
    leaves: found.leaves.map((leaf) => ({ ...leaf, ...explainedValue(leaf) })),
  }
}

/** The value as data; left out where it must not be shown. */
function explainedValue({ value, secret }: Explained): { readonly value?: unknown } {
  return { value: value === undefined || secret === true ? undefined : plainValue(value) }
}

export function diffJson({ changes, shadowed, findings, ...result }: DiffResult): unknown {
  return {
    ...result,
    changes: changes.map(changeJson),
    shadowed: shadowed.map(({ tokens, ...edit }) => ({ ...edit, pointer: pointer(tokens) })),
    findings: findings.map(findingJson),
  }
}

export function compareJson({ changes, findings, ...result }: CompareResult): unknown {
  const differences = changes.map(changeJson).map(({ before, after, environments: _, ...change }) => ({
    ...change,
    ...(before === undefined ? {} : { left: before }),
    ...(after === undefined ? {} : { right: after }),
  }))
  return { ...result, differences, findings: findings.map(findingJson) }
}

function changeJson({ tokens, beforeTokens, before, after, ...change }: Change) {
  const side = ({ value, ...rest }: Side) => (change.secret === true ? rest : { ...rest, value: plainValue(value) })
  return {
    ...change,
    pointer: pointer(tokens),
    ...(beforeTokens === undefined ? {} : { beforePointer: pointer(beforeTokens) }),
    ...(before === undefined ? {} : { before: side(before) }),
    ...(after === undefined ? {} : { after: side(after) }),
  }
}
