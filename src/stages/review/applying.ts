import type { Change } from '../../core/change.ts'
import { compareText } from '../../core/collector.ts'
import { TAKES, type Applying, type Takes } from '../../core/review.ts'

/** What has to be done with each document, by the change of it that asks for most; what asks for most first. */
export function applyingOf(changes: readonly Change[]): Applying[] {
  const byDocument = new Map<string, Map<string, Takes>>()
  for (const change of changes) {
    const takes = takesOf(change)
    let known = byDocument.get(change.document)
    if (known === undefined) byDocument.set(change.document, (known = new Map<string, Takes>()))
    for (const environment of change.environments) known.set(environment, more(known.get(environment), takes))
  }
  const all: Applying[] = []
  for (const [document, byEnvironment] of byDocument) {
    for (const takes of TAKES) {
      const environments = [...byEnvironment].filter(([, one]) => one === takes).map(([environment]) => environment)
      if (environments.length > 0) all.push({ document, takes, environments: environments.sort(compareText) })
    }
  }
  return all.sort((a, b) => rank(a.takes) - rank(b.takes) || compareText(a.document, b.document))
}

function takesOf({ whole, kind, reload }: Change): Takes {
  if (whole === true) return kind === 'removed' ? 'stop' : 'start'
  return reload ?? 'unknown'
}

const rank = (takes: Takes): number => TAKES.indexOf(takes)

function more(known: Takes | undefined, takes: Takes): Takes {
  return known === undefined || rank(takes) < rank(known) ? takes : known
}
