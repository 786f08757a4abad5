import { compileGlob, isIgnored } from '../ignore.ts'
import { ignoresOf, type Aside } from './aside.ts'
import { isNoEnvironment } from './names.ts'
import { lastOf, type Repository } from './repository.ts'
import type { Sketch, SketchEntry, SketchEnvironment, SketchIgnore } from './sketch.ts'
import { isUsed, tryOut, type Trial } from './trial.ts'

/** A sketch is changed at most so often: each change answers one thing that the trial showed. */
const MOST_REPAIRS = 6

/** Changes a sketch until the trial finds in it what was meant, or there is nothing left to change. */
export function repaired(first: Sketch, repository: Repository): Trial {
  let trial = tryOut(first, repository)
  for (let i = 0; i < MOST_REPAIRS; i++) {
    const better = repair(trial, repository)
    if (better === undefined) break
    trial = tryOut(better, repository)
  }
  return trial
}

function repair(trial: Trial, repository: Repository): Sketch | undefined {
  const { sketch, findings } = trial
  if (sketch.layout.length === 0) return undefined
  const defined = definedIn(trial)
  if (defined.length > 0) return { ...sketch, environments: new Map([...sketch.environments, ...defined]) }
  const strangers = strangersIn(trial)
  const own = new Map([...strangers].filter(([path]) => repository.asides.get(path)?.glob === undefined))
  if (own.size > 0) return withoutStrangers(trial, own)
  const layout = sketch.layout.filter((entry) => takesFiles(entry, trial))
  if (layout.length > 0 && layout.length < sketch.layout.length) return { ...sketch, layout }
  const ignore = newIgnores(trial, repository)
  if (ignore.length > 0) return { ...sketch, ignore: [...sketch.ignore, ...ignore] }
  if (strangers.size > 0) return withoutStrangers(trial, strangers)
  const doubtful = findings.some(({ rule }) => rule === 'discover/similar-environment')
  return doubtful && sketch.learned ? { ...sketch, learned: false } : undefined
}

/** Environments that have a file of Cairn's own, which is read in every layout, and that the sketch does not know. */
function definedIn({ sketch, uses }: Trial): readonly [string, SketchEnvironment][] {
  const names = new Set<string>()
  for (const use of uses.values()) {
    if (use.is === 'environment' && !sketch.environments.has(use.environment)) names.add(use.environment)
  }
  return [...names].map((name) => [name, {}])
}

/** Globs for what is certainly no layer and would be taken for one, or reported as unused. */
function newIgnores({ sketch, uses }: Trial, repository: Repository): readonly SketchIgnore[] {
  const asides: Aside[] = []
  for (const [path, aside] of repository.asides) {
    const use = uses.get(path)
    if (use?.is === 'layer' || use?.is === 'unused') asides.push(aside)
  }
  const known = new Set(sketch.ignore.map(({ glob }) => glob))
  return ignoresOf(asides).filter(({ glob }) => !known.has(glob) && isHarmless(glob, repository))
}

/** A glob that would also hide what may be configuration is none to propose. */
function isHarmless(glob: string, repository: Repository): boolean {
  const shapes = compileGlob(glob, () => {})
  return shapes.length > 0 && !repository.candidates.some(({ path }) => isIgnored(shapes, path))
}

/** Files that the layout takes for an environment which is none, each with what it takes for one. */
function strangersIn({ sketch, uses }: Trial): ReadonlyMap<string, string> {
  const strangers = new Map<string, string>()
  for (const [path, use] of uses) {
    const environment = use.is === 'layer' ? use.captures.environment : undefined
    if (environment !== undefined && !sketch.environments.has(environment)) strangers.set(path, environment)
  }
  return strangers
}

/** Ignores a few files that are examples or the like; otherwise writes each environment's paths out. */
function withoutStrangers(trial: Trial, strangers: ReadonlyMap<string, string>): Sketch {
  const { sketch, uses } = trial
  const kept = new Set<string>()
  for (const [path, use] of uses) if (isUsed(use) && !strangers.has(path)) kept.add(lastOf(path))
  const files = new Set<string>()
  for (const [path, environment] of strangers) {
    const file = lastOf(path)
    if (!isNoEnvironment(environment) || !file.includes(environment) || kept.has(file)) {
      const layout = sketch.layout.flatMap((entry) => writtenOut(entry, trial, strangers))
      return { ...sketch, learned: false, layout }
    }
    files.add(file)
  }
  const ignore = [...files].sort().map((file) => ({ glob: `**/${file}`, why: NO_ENVIRONMENT }))
  return { ...sketch, ignore: [...sketch.ignore, ...ignore] }
}

const NO_ENVIRONMENT = 'no environment: an example, an override or the like'

/** One entry for each environment that an entry's files are for. */
function writtenOut(
  entry: SketchEntry,
  { sketch, uses }: Trial,
  strangers: ReadonlyMap<string, string>,
): readonly SketchEntry[] {
  if (!CAPTURE.test(entry.path)) return [entry]
  const used = new Set<string>()
  for (const [path, use] of uses) {
    if (use.is !== 'layer' || use.group.pattern.text !== entry.path || strangers.has(path)) continue
    if (use.captures.environment !== undefined) used.add(use.captures.environment)
  }
  const environments = [...sketch.environments.keys()].filter((environment) => used.has(environment))
  return environments.map((environment) => {
    return { ...entry, path: entry.path.replace(CAPTURE, () => environment), environment }
  })
}

const CAPTURE = /\{environment(?:\*\*)?\}/

function takesFiles({ path }: SketchEntry, { uses }: Trial): boolean {
  for (const use of uses.values()) if (use.is === 'layer' && use.group.pattern.text === path) return true
  return false
}
