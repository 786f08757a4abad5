import { list, name, say } from '../../core/message.ts'
import { CONFIG_FILE } from '../../core/config.ts'
import { locate, type Location } from '../../core/place.ts'
import { RULE_SETTINGS, type ConfigurableRule } from '../../core/rule-settings.ts'
import { hasEnded, isAbout, isSameSilence, NEVER_SILENT, type Silence } from '../../core/silence.ts'
import { findNode, keyPlace } from '../../core/tree.ts'
import type { DangerInput } from './input.ts'
import { silenceableOf, type Acceptance, type Danger } from './found.ts'

/** Dangers that are named with the silence that covers them. */
const MOST_RELATED = 3

/** What a change accepts of its own dangers. */
export interface SelfSilenced {
  readonly dangers: readonly Danger[]
  /** Told with the dangers that they cover, and not once more for being new. */
  readonly told: ReadonlySet<Acceptance>
}

/**
 * Silences that a change brings for its own dangers, and rules that it switches off while they find something in it.
 * Neither counts for this change.
 */
export function selfSilenced(input: DangerInput, found: readonly Danger[]): SelfSilenced {
  const { base, head, today } = input
  const known = base.config.given ? base.config.silences : []
  const isNew = (one: Silence): boolean => !hasEnded(one, today) && !known.some((old) => isSameSilence(one, old))
  const dangers: Danger[] = []
  const told = new Set<Acceptance>()
  for (const silence of head.config.silences.filter(isNew)) {
    const covered = found.filter((danger) => isAbout(silence, silenceableOf(danger)))
    if (covered.length === 0) continue
    told.add(silence)
    dangers.push(dangerAt(locate(silence.place), covered))
  }
  for (const rule of switchedOff(input)) {
    const covered = found.filter((danger) => danger.rule === rule)
    if (covered.length === 0) continue
    told.add(rule)
    dangers.push(dangerAt(placeOfRule(rule, input), covered))
  }
  return { dangers, told }
}

function dangerAt(location: Location, covered: readonly Danger[]): Danger {
  const rules = [...new Set(covered.map(({ rule }) => rule))]
  const named = list(rules.map(name))
  const what = covered.length === 1 ? say`what ${named} finds` : say`${covered.length} dangers (${named})`
  const message = say`this would silence ${what} in the very same change: it counts once it is merged, on its own`
  const related = covered.slice(0, MOST_RELATED).map((one) => ({ message: one.message, location: one.location }))
  const environments = [...new Set(covered.flatMap((one) => one.environments ?? []))]
  return { rule: NEVER_SILENT, message, location, related, environments }
}

/** Rules about dangers that are off in the head alone. Where base has no `cairn.yaml`, the head's counts. */
function switchedOff({ base, head }: DangerInput): readonly ConfigurableRule[] {
  if (!base.config.given) return []
  return (Object.keys(RULE_SETTINGS) as ConfigurableRule[]).filter((rule) => {
    return head.config.rules[rule]?.severity === 'off' && base.config.rules[rule]?.severity !== 'off'
  })
}

function placeOfRule(rule: string, { head: { configTree } }: DangerInput): Location {
  const node = configTree === undefined ? -1 : findNode(configTree, ['rules', rule])
  return configTree === undefined || node < 0 ? { file: CONFIG_FILE } : locate(keyPlace(configTree, node))
}
