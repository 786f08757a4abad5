import type { Sketch, SketchEntry, SketchEnvironment } from './sketch.ts'

/** `cairn.yaml` as plain data. `undefined` where none is needed. */
export interface Settings {
  readonly layout: readonly Omit<SketchEntry, 'note'>[]
  readonly environments?: readonly string[] | Readonly<Record<string, SketchEnvironment>>
  readonly presence?: 'declared'
  readonly ignore?: readonly string[]
}

/** What a sketch says in `cairn.yaml`. */
export function settingsOf(sketch: Sketch): Settings | undefined {
  if (sketch.layout.length === 0) return undefined
  const environments = environmentsOf(sketch)
  return {
    layout: sketch.layout.map(({ note: _, ...entry }) => entry),
    ...(environments === undefined ? {} : { environments }),
    ...(sketch.presence === 'declared' ? { presence: 'declared' } : {}),
    ...(sketch.ignore.length === 0 ? {} : { ignore: sketch.ignore.map(({ glob }) => glob) }),
  }
}

/**
 * A list, or a mapping where any environment inherits. Nothing where every environment is learned from a path, and
 * nothing would be said of it.
 */
function environmentsOf({ environments, layout, learned }: Sketch): Settings['environments'] {
  if (environments.size === 0) return ['default']
  if ([...environments.values()].some((one) => one.inherits !== undefined || one.abstract !== undefined)) {
    return Object.fromEntries(environments)
  }
  return learned && layout.every(({ environment }) => environment === undefined) ? undefined : [...environments.keys()]
}
