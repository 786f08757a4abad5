import { settle, THROUGH_ALIAS, type Finding, type SettledFinding } from './finding.ts'
import { SEVERITIES } from './rules.ts'

interface Settled {
  readonly found: SettledFinding
  /** Where it was found, in no order: sorted once, when it is asked for. */
  readonly environments: Set<string>
}

/**
 * Gathers the findings of a run, unit of work by unit of work. Closing a unit works out its lines and columns, so that
 * its texts can be dropped, and folds what was found in several environments into one.
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
    for (const [key, { found, environments }] of this.#settled) {
      fork.#settled.set(key, { found, environments: new Set(environments) })
    }
    return fork
  }

  /** Settles what the unit found. */
  close(): void {
    for (const found of this.#open) this.#add(settle(found))
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
    for (const { found, environments } of this.#settled.values()) {
      const isAll = environments.size === found.environments.length
      findings.push(isAll ? found : { ...found, environments: [...environments].sort() })
    }
    return findings.sort(byPlace)
  }

  #add(found: SettledFinding): void {
    const { file, line, column, variable, environment } = found.location
    const related = found.related
      .filter(({ message }) => message !== THROUGH_ALIAS)
      .map(({ location: at, message }) => `${at.file ?? ''}:${at.line ?? 0}:${at.column ?? 0} ${message}`)
    const place = [file, line, column, variable, environment]
    const key = [found.rule, found.severity, ...place, found.message, ...related].join('\u0000')
    const known = this.#settled.get(key)
    if (known === undefined) this.#settled.set(key, { found, environments: new Set(found.environments) })
    else for (const one of found.environments) known.environments.add(one)
  }
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
