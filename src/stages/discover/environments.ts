import type { Config } from '../../core/config.ts'
import type { EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inEnvironment, inFile, type Place } from '../../core/place.ts'
import type { Tree } from '../../core/tree.ts'
import { bareDefinition, readDefinition } from './definition.ts'
import { didYouMean } from '../../core/nearest.ts'
import { rootOf } from '../../core/setting.ts'
import { similarPairs } from './similar.ts'

/** The one environment of a repository that names none. */
export const DEFAULT_ENVIRONMENT = 'default'
/** Most places that a folded finding lists beside its own. */
const MOST_RELATED = 3

/** Where a name of an environment was seen, and how often. */
interface Sightings {
  count: number
  /** The first few: a place in a file, or the file. */
  readonly places: (string | (() => Place))[]
}

/** Gathers the environments that files speak of, and knows which of them there are. */
export class EnvironmentRegister {
  readonly #listed: ReadonlyMap<string, EnvironmentDefinition>
  /** Whether the list was read without a mistake, so that what it lacks is not there. */
  readonly #sound: boolean
  readonly #seen = new Map<string, Sightings>()
  readonly #fromFiles = new Map<string, EnvironmentDefinition>()

  constructor(config: Config) {
    this.#listed = new Map(config.environments.map((definition) => [definition.name, definition]))
    this.#sound = config.sound
  }

  /**
   * Notes that a layer belongs to an environment. False where `cairn.yaml` lists environments and this is none of
   * them: the layer is left out, and `settle` reports it.
   *
   * @param place where the name stands, or the path that holds it
   */
  see(environment: string, place: string | (() => Place)): boolean {
    if (this.#listed.has(environment)) return true
    let sightings = this.#seen.get(environment)
    if (sightings === undefined) this.#seen.set(environment, (sightings = { count: 0, places: [] }))
    sightings.count++
    if (sightings.places.length <= MOST_RELATED) sightings.places.push(place)
    return this.#listed.size === 0
  }

  /** Whether there may be such an environment: `cairn.yaml` lists it, or lists none. */
  isListed(environment: string): boolean {
    return this.#listed.size === 0 || this.#listed.has(environment)
  }

  /** Reads an environment file. */
  define(environment: string, path: string, tree: Tree | undefined, report: Report): void {
    const place = inFile(path)
    if (!this.see(environment, path)) return
    const definition = tree === undefined
      ? bareDefinition(environment, place)
      : readDefinition(environment, rootOf(tree), place, report)
    const listed = this.#listed.get(environment)
    const earlier = this.#fromFiles.get(environment) ?? (listed?.definedIn && listed)
    if (earlier === undefined) {
      this.#fromFiles.set(environment, definition)
      return
    }
    const message = say`environment ${name(environment)} is defined twice; this definition is not used`
    const related = [{ message: say`the definition that is used`, place: earlier.place }]
    report(finding('discover/duplicate-environment', place, message, { related }))
  }

  /** All environments by name, and what is wrong with the names that were seen. */
  settle(report: Report): readonly EnvironmentDefinition[] {
    const definitions = new Map(this.#listed)
    for (const [environment, definition] of this.#fromFiles) definitions.set(environment, definition)
    if (this.#listed.size > 0) {
      if (this.#sound) for (const [environment, sightings] of this.#seen) this.#unknown(environment, sightings, report)
    } else {
      for (const [environment, sightings] of this.#seen) {
        if (!definitions.has(environment)) definitions.set(environment, bareDefinition(environment, first(sightings)))
      }
      this.#similar(report)
    }
    if (definitions.size === 0) {
      definitions.set(DEFAULT_ENVIRONMENT, bareDefinition(DEFAULT_ENVIRONMENT, inEnvironment(DEFAULT_ENVIRONMENT)))
    }
    return [...definitions.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  #unknown(environment: string, sightings: Sightings, report: Report): void {
    const { count, places } = sightings
    const near = didYouMean(environment, this.#listed.keys())
    const more = count > 1 ? say`; ${count} layers are left out` : say`; the layer is left out`
    const message = say`environment ${name(environment)} is not listed in cairn.yaml${near}${more}`
    const related = places.slice(1).map((place) => ({ message: say`also here`, place: placed(place) }))
    report(finding('discover/unknown-environment', first(sightings), message, { related }))
  }

  /** Names of which one is probably the other, mistyped: those that no environment file vouches for. */
  #similar(report: Report): void {
    for (const [a, b] of similarPairs([...this.#seen.keys()].sort())) {
      if (this.#fromFiles.has(a) && this.#fromFiles.has(b)) continue
      const [rare, usual] = this.#vouched(b) < this.#vouched(a) ? [b, a] : [a, b]
      const common = this.#seen.get(usual) as Sightings
      const next = say`rename it, or list \`environments\` in cairn.yaml`
      const message = say`environment ${name(rare)} is nearly ${name(usual)}; ${next}`
      const times = common.count === 1 ? say`here` : say`${common.count} times, first here`
      const related = [{ message: say`${name(usual)} is named ${times}`, place: first(common) }]
      report(finding('discover/similar-environment', first(this.#seen.get(rare) as Sightings), message, { related }))
    }
  }

  /** How sure it is that a name is meant: a file that defines it outweighs any number of layers. */
  #vouched(environment: string): number {
    return this.#fromFiles.has(environment) ? Infinity : (this.#seen.get(environment)?.count ?? 0)
  }
}

function first({ places }: Sightings): Place {
  return placed(places[0] as Sightings['places'][number])
}

function placed(place: Sightings['places'][number]): Place {
  return typeof place === 'string' ? inFile(place) : place()
}
