import { COMMON_NAMES, looksLikeEnvironment } from './names.ts'
import type { Repository } from './repository.ts'
import type { Sketch } from './sketch.ts'

/** Cairn's own layout, which needs no `cairn.yaml`: `environments/<environment>/<kind>/<name>`. */
export function sketchOwn(repository: Repository): Sketch | undefined {
  const files = repository.candidates.map(({ path }) => path.split('/')).filter(([root]) => root === 'environments')
  const defined = files.filter((segments) => segments.length === 3 && segments[2] === 'environment.yaml')
  const layers = files.filter((segments) => segments.length === 4)
  const names = new Set(layers.map((segments) => segments[3]?.replace(/\..*$/s, '')))
  const environments = new Set(layers.map((segments) => segments[1] as string))
  const alike = [...environments].some((name) => looksLikeEnvironment(name) || COMMON_NAMES.has(name))
  // `environments/prod/db/values.yaml`: the folder is the name there, and every file is called the same.
  const named = names.size > 1 || !['values', 'config', 'settings'].includes([...names][0] ?? '')
  if (layers.length === 0 || (defined.length === 0 && !(alike && named))) return undefined
  return {
    shape: 'cairn',
    confidence: defined.length > 0 ? 1 : 0.8,
    seen: "configuration in Cairn's own layout",
    layout: [],
    environments: new Map(),
    learned: true,
    presence: 'inherited',
    ignore: [],
    misfits: [],
    alternatives: [],
  }
}
