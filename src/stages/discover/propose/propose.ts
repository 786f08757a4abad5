import { CONFIG_FILE } from '../../../core/config.ts'
import { sketchCatalogue } from './catalogue.ts'
import { effectiveIn } from './effective.ts'
import { sketchHelm } from './helm.ts'
import { leftoverOf } from './leftover.ts'
import { streamsAmong } from './misfits.ts'
import { sketchNodeConfig } from './node-config.ts'
import { sketchOverlays } from './overlays.ts'
import { sketchOwn } from './own.ts'
import { repaired } from './repair.ts'
import { lookAt, type Read, type Repository } from './repository.ts'
import { sketchScenarios } from './scenarios.ts'
import type { Proposal } from '../../../core/proposal.ts'
import type { Sketch } from './sketch.ts'
import { sketchSpring } from './spring.ts'
import { textOf } from './text.ts'
import type { Trial } from './trial.ts'

export interface ProposeInput {
  /** Tracked paths, with `/`. */
  readonly paths: readonly string[]
  /**
   * The documents of a file as plain values, a list even of one; `undefined` where it cannot be parsed. Asked for at
   * most `MOST_READ` different files.
   */
  readonly read: Read
}

/** A way to look at a repository, and the highest score for each file that it could have. */
interface Way {
  readonly sketch: (repository: Repository) => Sketch | undefined
  readonly most: number
}

const WAYS: readonly Way[] = [
  { sketch: sketchOwn, most: 1 },
  { sketch: sketchHelm, most: 0.95 },
  { sketch: sketchSpring, most: 0.9 },
  { sketch: sketchNodeConfig, most: 0.9 },
  { sketch: sketchOverlays, most: 0.9 },
  { sketch: sketchScenarios, most: 0.8 },
  { sketch: sketchCatalogue, most: 0.6 },
]

/**
 * Proposes a `cairn.yaml` for a repository by its paths, and by the content of few files. Each shape that fits is tried
 * with the code that will read the repository in earnest; the one that explains most files wins, so what is proposed is
 * what will be found. A `cairn.yaml` that is there already is not looked at, and the proposal says so.
 *
 * Pure; throws only what `read` throws.
 */
export function propose(input: ProposeInput): Proposal {
  const repository = lookAt(input.paths, input.read)
  const proposal = proposalFor(repository)
  if (!input.paths.includes(CONFIG_FILE)) return proposal
  return { existing: true, ...proposal, alternatives: [EXISTING, ...proposal.alternatives] }
}

const EXISTING = 'the cairn.yaml that is there already: this is what would be proposed without it'

function proposalFor(repository: Repository): Proposal {
  const trials = trialsOf(repository)
  const [best, ...others] = trials
  if (best === undefined) return unknown(repository)
  const found = {
    documents: best.discovery.documents.size,
    effective: effectiveIn(best),
    environments: best.discovery.environments.map(({ name }) => name),
  }
  return {
    shape: best.sketch.shape,
    config: textOf(best.sketch, found),
    ...found,
    unplaced: [...best.sketch.misfits, ...streamsAmong(best, repository), ...leftoverOf(best, repository)],
    alternatives: [...best.sketch.alternatives, ...others.map(({ sketch }) => `${sketch.shape}: ${sketch.seen}`)],
  }
}

/** Every shape that fits, the best first. Shapes that could not win any more are not looked at. */
function trialsOf(repository: Repository): readonly Trial[] {
  const trials: Trial[] = []
  let best = 0
  for (const { sketch, most } of WAYS) {
    if (most * repository.candidates.length <= best) continue
    const found = sketch(repository)
    if (found === undefined) continue
    const trial = repaired(found, repository)
    if (trial.score === 0) continue
    // Nobody writes environment files of Cairn's by chance.
    if (found.confidence === 1) return [trial]
    trials.push(trial)
    best = Math.max(best, trial.score)
  }
  return trials.sort((a, b) => b.score - a.score)
}

function unknown(repository: Repository): Proposal {
  return {
    shape: 'unknown',
    config: UNKNOWN,
    environments: [],
    documents: 0,
    effective: 0,
    unplaced: leftoverOf(undefined, repository),
    alternatives: [
      "Cairn's own layout: environments/<environment>/<kind>/<name>.yaml, which needs no cairn.yaml",
      'a layout of your own: uncomment an entry and change its path',
    ],
  }
}

const UNKNOWN = `# Nothing here looks like configuration that Cairn knows, so this is a start to be filled in.
#
# Either keep it where Cairn looks by itself; then this file is not needed:
#   environments/<environment>/<kind>/<name>.yaml
#
# Or say where it is. Each entry is a pattern of paths; {name} and {environment} match a part of one:
# layout:
#   - {path: 'config/{name}.yaml', kind: settings} # below every environment
#   - {path: 'config/{environment}/{name}.yaml', kind: settings} # over it
`
