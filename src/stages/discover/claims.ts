import type { Config, LayoutEntry } from '../../core/config.ts'
import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import { CONFIG_FILE } from '../../core/config.ts'
import type { PatternGroup } from './layout.ts'

/** Which entries took files, and which of them two patterns wanted. */
export interface Claims {
  /** By the texts of the two patterns. */
  readonly rivalries: Map<string, Rivalry>
  /** Entries that took a file. */
  readonly taken: Set<LayoutEntry>
  /** Entries that found a layer in a file, or for whose failure there is a finding. */
  readonly fruitful: Set<LayoutEntry>
}

interface Rivalry {
  /** The first file that both want. */
  readonly path: string
  readonly winner: PatternGroup
  readonly loser: PatternGroup
  files: number
}

/** Notes that two patterns with as many literal characters want one file. */
export function addRivalry(
  { rivalries, fruitful }: Claims,
  path: string,
  { winner, loser }: Pick<Rivalry, 'winner' | 'loser'>,
): void {
  const key = `${winner.pattern.text}\u0000${loser.pattern.text}`
  const known = rivalries.get(key)
  if (known === undefined) rivalries.set(key, { path, winner, loser, files: 1 })
  else known.files++
  for (const entry of loser.entries) fruitful.add(entry)
}

/**
 * Reports what is wrong with the layout itself, as the files show it: rival patterns, entries that read nothing. Of the
 * latter nothing is said where the layout has a mistake: that may be why.
 */
export function reportClaims(claims: Claims, config: Config, report: Report): void {
  for (const rivalry of claims.rivalries.values()) reportRivalry(rivalry, report)
  if (!config.sound) return
  if (claims.taken.size === 0) {
    if (config.layout.length > 0) reportNothing(config, report)
    return
  }
  for (const entry of config.layout) {
    if (entry.place.in === 'span' && !claims.fruitful.has(entry)) {
      const message = claims.taken.has(entry)
        ? say`this entry finds nothing in the files that it takes; look at its pointers`
        : say`this entry takes no file`
      report(finding('discover/unused-entry', entry.place, message))
    }
  }
}

function reportRivalry({ path, winner, loser, files }: Rivalry, report: Report): void {
  const patterns = list([name(loser.pattern.text), name(winner.pattern.text)])
  const which = files === 1 ? say`this file fits` : say`this file and ${files - 1} more fit`
  const message = say`${which} ${patterns}, which have equally many literal characters; the later entry is used`
  const related = [winner, loser].map(({ pattern, entries }) => ({
    message: say`the entry of ${name(pattern.text)}`,
    place: (entries[0] as LayoutEntry).place,
  }))
  report(finding('discover/ambiguous-pattern', inFile(path), message, { related }))
}

function reportNothing({ given, layout }: Config, report: Report): void {
  const patterns = list([...new Set(layout.map(({ path }) => path))].slice(0, 3).map(name), 'or')
  const message = given
    ? say`there is nothing to check: no file fits ${patterns}`
    : say`there is nothing to check: no file fits ${patterns}; \`cairn init\` proposes a layout for what is there`
  report(finding('discover/nothing-to-check', inFile(CONFIG_FILE), message))
}
