import type { Access, AccessRule, Selected } from '../../core/access.ts'
import type { Environment } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { hasWildcards, matchesGlob } from '../../core/glob.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import { selectsEnvironment } from './selects.ts'

/** What rules may choose from. */
export interface AccessWorld {
  readonly environments: ReadonlyMap<string, Environment>
  readonly kinds: ReadonlySet<string>
  /** `kind/name`. */
  readonly documents: Iterable<string>
}

/** Selectors that choose nothing there is: a rule that is misspelt asks nobody. */
export function reportIdleSelectors({ rules }: Access, world: AccessWorld, report: Report): void {
  const documents = [...world.documents]
  for (const rule of rules) {
    reportIdle(rule.environments, { all: [...world.environments.keys()], what: say`environment` }, report)
    reportIdle(rule.kinds, { all: [...world.kinds], what: say`document of the kind` }, report)
    reportIdle(rule.documents, { all: documents, what: say`document` }, report)
    reportIdleLabels(rule, world, report)
  }
}

interface Named {
  readonly all: readonly string[]
  readonly what: Message
}

function reportIdle(selected: readonly Selected[] | undefined, { all, what }: Named, report: Report): void {
  for (const { glob, place } of selected ?? []) {
    if (all.some((one) => matchesGlob(glob, glob.length === 1 ? [one] : one.split('/')))) continue
    const text = glob.join('/')
    const hint = hasWildcards(glob) ? say`` : didYouMean(text, all)
    report(finding('access/matches-nothing', place, say`there is no ${what} ${name(text)}${hint}`))
  }
}

function reportIdleLabels({ labels, labelsPlace, ...rule }: AccessRule, world: AccessWorld, report: Report): void {
  if (labels === undefined || labelsPlace === undefined) return
  const byLabels: AccessRule = { roles: rule.roles, approvals: rule.approvals, place: rule.place, labels }
  for (const environment of world.environments.values()) if (selectsEnvironment(byLabels, environment)) return
  report(finding('access/matches-nothing', labelsPlace, say`no environment has these labels`))
}
