/**
 * A module that most runs do not need is not loaded yet. Whoever does a unit of work catches this, awaits `load()` and
 * begins the unit again (`Reader.whole`): until then nothing of the unit may have been kept.
 */
export class NotLoaded extends Error {
  readonly load: () => Promise<void>

  constructor(load: () => Promise<void>) {
    super('a module has to be loaded first: await load() and begin again')
    this.load = load
  }
}

/** A module that is imported when it is first asked for: until then the function returned throws `NotLoaded`. */
export function lazily<Module>(load: () => Promise<Module>): () => Module {
  let module: Module | undefined
  return () => {
    if (module !== undefined) return module
    throw new NotLoaded(async () => {
      module = await load()
    })
  }
}

/** Does a piece of work, and begins it again for each module that it finds not to be loaded yet. */
export async function whenLoaded<Result>(work: () => Result): Promise<Result> {
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error
      await error.load()
    }
  }
}
