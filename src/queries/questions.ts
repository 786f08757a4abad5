import { compareText } from '../core/collector.ts'
import type { LocatedQuestion } from '../decisions.ts'
import { locate } from '../core/place.ts'
import type { OpenQuestion } from '../core/results.ts'
import type { Undecided } from '../core/validation.ts'

/** Settles the place of a question: it holds on to the file's text until then. */
export function located({ message, place, asks }: Undecided): LocatedQuestion {
  return { message, location: locate(place), asks }
}

interface Asked extends OpenQuestion {
  readonly all: Set<string>
}

/** Gathers what only a key would decide, folded over environments. */
export class Questions {
  readonly #asked = new Map<string, Asked>()

  add({ message, location }: Pick<OpenQuestion, 'message' | 'location'>, environment: string): void {
    const key = JSON.stringify([message, location])
    const known = this.#asked.get(key)
    if (known === undefined) this.#asked.set(key, { message, location, environments: [], all: new Set([environment]) })
    else known.all.add(environment)
  }

  /** By place. */
  all(): OpenQuestion[] {
    const questions = Array.from(this.#asked.values(), ({ message, location, all }) => {
      return { message, location, environments: [...all].sort(compareText) }
    })
    return questions.sort(byPlace)
  }
}

function byPlace({ location: a }: OpenQuestion, { location: b }: OpenQuestion): number {
  return compareText(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
