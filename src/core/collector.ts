import { settle, THROUGH_ALIAS, type Finding, type SettledFinding } from './finding.ts'
import { showLocation } from './place.ts'
import { SEVERITIES, type RuleId } from './rules.ts'

type RelatedLocation = SettledFinding['related'][number]

interface Settled {
  readonly found: SettledFinding
  /** By message and place: those of the same finding elsewhere too, as long as they are few. */
  readonly related: Map<string, RelatedLocation>
  /** Where it was found, in no order: sorted once, when it is asked for. */
  readonly environments: Set<string>
}

/**
 * Gathers the findings of a run, unit of work by unit of work. Closing a unit works out its lines and columns, so that
 * its texts can be dropped, and folds what was found in several environments or documents for one mistake into one.
 */
export class Collector {
  #open: Finding[] = []
  readonly #settled = new Map<string, Settled>()

  /** Bound, so that it can be handed to stages as their `Report`. */
  readonly report = (found: Finding): void => {
    this.#open.push(found)
  }

  /** A collector that starts with what this one has settled and leaves it alone. */
  fork(): Collector {
    const fork = new Collector()
    fork.adopt(this)
    return fork
  }

  /** Takes over what another one has settled, as if it had been found here; nothing may have been found yet. */
  adopt(other: Collector): void {
    for (const [key, { found, related, environments }] of other.#settled) {
      this.#settled.set(key, { found, related: new Map(related), environments: new Set(environments) })
    }
  }

  /** Takes in what another one has settled, as if it had been found here now. That one goes on to be used. */
  absorb(other: Collector): void {
    this.close()
    for (const [key, { found, related, environments }] of other.#settled) {
      const known = this.#settled.get(key)
      if (known === undefined) {
        this.#settled.set(key, { found, related: new Map(related), environments: new Set(environments) })
      } else join(known, environments, related)
    }
  }

  /** Settles what the unit found. */
  close(): void {
    for (const found of withoutConsequences(this.#open)) this.#add(settle(found))
    this.#open = []
  }

  /** Forgets what the open unit found: it is about to be done again. */
  discard(): void {
    this.#open = []
  }

  /** All findings, by place, then severity, then rule. */
  findings(): SettledFinding[] {
    this.close()
    const findings: SettledFinding[] = []
    for (const { found, related, environments } of this.#settled.values()) {
      const isAll = environments.size === found.environments.length && related.size === found.related.length
      const all = { related: [...related.values()], environments: [...environments].sort() }
      findings.push(isAll ? found : { ...found, ...all })
    }
    return findings.sort(byPlace)
  }

  #add(found: SettledFinding): void {
    const { file, line, column, variable, environment } = found.location
    const key = [found.rule, found.severity, file, line, column, variable, environment, found.message].join('\u0000')
    const related = found.related.map((one) => [`${showLocation(one.location)} ${one.message}`, one] as const)
    const known = this.#settled.get(key)
    if (known === undefined) {
      this.#settled.set(key, { found, related: new Map(related), environments: new Set(found.environments) })
      return
    }
    join(known, found.environments, related)
  }
}

/** The same finding once more. */
function join(
  known: Settled,
  environments: Iterable<string>,
  related: Iterable<readonly [string, RelatedLocation]>,
): void {
  for (const one of environments) known.environments.add(one)
  for (const [at, one] of related) {
    if (one.message !== THROUGH_ALIAS && known.related.size < MOST_RELATED) known.related.set(at, one)
  }
}

/** Related places that a finding has after those of its first occurrence have been joined by others. */
const MOST_RELATED = 6

/** What is not told where the other is told of the same value: it follows, or is said less well. */
const CONSEQUENCES: ReadonlyMap<RuleId, RuleId> = new Map([
  ['merge/kind-change', 'validate/type'],
  ['validate/type', 'merge/tag-misplaced'],
  ['secret/plain', 'merge/secret-exposed'],
])

function withoutConsequences(open: readonly Finding[]): readonly Finding[] {
  if (!open.some(({ rule }) => CONSEQUENCES.has(rule))) return open
  const told = new Set(open.map((found) => spotOf(found, found.rule)))
  return open.filter((found) => {
    const rule = CONSEQUENCES.get(found.rule)
    return rule === undefined || !told.has(spotOf(found, rule))
  })
}

function spotOf({ place, environment }: Finding, rule: RuleId): string {
  const at = place.in === 'span' ? `${place.source.path} ${place.start}` : JSON.stringify(place)
  return `${rule} ${environment ?? ''} ${at}`
}

function byPlace(a: SettledFinding, b: SettledFinding): number {
  return (
    compareText(a.location.file ?? '', b.location.file ?? '') ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.location.environment ?? '', b.location.environment ?? '') ||
    compareText(a.message, b.message)
  )
}

/** UTF-16 order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
