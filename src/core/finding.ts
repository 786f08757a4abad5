import { say, type Message } from './message.ts'
import { locate, type Location, type Place } from './place.ts'
import { RULES, type RuleId, type Severity } from './rules.ts'

/** What a stage says about a place. One type for all, parse errors to compliance. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly message: Message
  readonly place: Place
  readonly related: readonly Related[]
  /** The environment it was found in, where it depends on one. */
  readonly environment?: string
}

export interface Related {
  readonly message: Message
  readonly place: Place
}

/** How a stage reports: a callback inside, data outside. */
export type Report = (finding: Finding) => void

/** A finding with the severity that its rule has by default. */
export function finding(rule: RuleId, place: Place, message: Message, more: FindingExtras = {}): Finding {
  return { rule, severity: RULES[rule].severity, related: [], ...more, message, place }
}

export interface FindingExtras {
  readonly related?: readonly Related[]
  readonly severity?: Severity
  readonly environment?: string
}

/** A finding detached from the texts it points into, with lines and columns; what reports and JSON hold. */
export interface SettledFinding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly message: Message
  readonly location: Location
  readonly related: readonly { readonly message: Message; readonly location: Location }[]
  /** The environments it was found in, sorted; empty where it does not depend on one. */
  readonly environments: readonly string[]
}

/** What is said of the alias that led to a place. The mistake is at the anchor, once, however many aliases use it. */
export const THROUGH_ALIAS = say`used through this alias`

/** Works out lines and columns. Called when a unit of work closes, so that its texts can be dropped. */
export function settle(found: Finding): SettledFinding {
  const related = found.related.map(({ message, place }) => ({ message, location: locate(place) }))
  if (found.place.in === 'span' && found.place.alias !== undefined) {
    related.push({ message: THROUGH_ALIAS, location: locate(found.place.alias) })
  }
  return {
    rule: found.rule,
    severity: found.severity,
    message: found.message,
    location: locate(found.place),
    related,
    environments: found.environment === undefined ? [] : [found.environment],
  }
}
