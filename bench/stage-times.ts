/** Times of the stages of a run, in milliseconds; the first stage is entered from the start of the process. */
export interface StageTimes<Stage extends string> {
  readonly times: ReadonlyMap<Stage, number>
  /** Ends the stage that is on, and starts another; returns the one that ended. */
  readonly enter: (stage: Stage) => Stage
  /** Time goes to the innermost stage. */
  readonly within: <T>(stage: Stage, work: () => T) => T
}

/** @param stages all there are, in the order in which they are told */
export function stageTimes<Stage extends string>(stages: readonly [Stage, ...Stage[]]): StageTimes<Stage> {
  const times = new Map<Stage, number>(stages.map((stage) => [stage, 0]))
  let [current] = stages
  let since = 0
  const enter = (stage: Stage): Stage => {
    const outer = current
    const now = performance.now()
    times.set(outer, (times.get(outer) ?? 0) + now - since)
    current = stage
    since = now
    return outer
  }
  const within = <T>(stage: Stage, work: () => T): T => {
    const outer = enter(stage)
    const result = work()
    enter(outer)
    return result
  }
  return { times, enter, within }
}
