/**
 * A parser that most runs do not need is not loaded yet. Whoever does a unit of work catches this, awaits `load()` and
 * begins the unit again. It is thrown before the file's first finding is reported.
 */
export class ParserMissing extends Error {
  readonly load: () => Promise<void>

  constructor(load: () => Promise<void>) {
    super('a parser has to be loaded first: await load() and parse again')
    this.load = load
  }
}

/** A module that is imported when it is first asked for: until it is there, the function returned throws. */
function lazily<Module>(load: () => Promise<Module>): () => Module {
  let module: Module | undefined
  return () => {
    if (module !== undefined) return module
    throw new ParserMissing(async () => {
      module = await load()
    })
  }
}

/** `yaml` has the last word on what js-yaml refuses. */
export const judge = lazily(() => import('./judge.ts'))
export const toml = lazily(() => import('./toml.ts'))
