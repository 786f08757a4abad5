/** Signals that end this process, and that it hears of. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/**
 * Has something done before a signal ends this process, which it then does.
 *
 * @returns what takes that back
 */
export function beforeEnding(last: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    stop()
    last()
    process.kill(process.pid, signal)
  }
  const stop = (): void => {
    for (const signal of ENDING) process.off(signal, end)
  }
  for (const signal of ENDING) process.on(signal, end)
  return stop
}
