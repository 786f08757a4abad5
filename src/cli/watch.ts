import { resolve } from 'node:path'
import { inert, jsonLine } from '../report/inert.ts'
import { roundJson, roundText, troubleJson, troubleText } from '../report/watch.ts'
import { watchTree } from '../watching.ts'
import { rootOf } from './open.ts'
import type { WatchOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

/** Checks, and with `--to` renders, whenever something changes, until somebody ends it. */
export async function runWatch(options: WatchOptions, terminal: Terminal): Promise<number> {
  const ended = new AbortController()
  const stopListening = terminal.onStop(() => { ended.abort() })
  const isJson = options.format === 'json'
  try {
    await watchTree({
      root: rootOf(options, terminal),
      environments: options.environment,
      ...(options.to !== undefined && { to: resolve(terminal.directory, options.directory ?? '.', options.to) }),
      // What is known to chokidar by this name would look at folders only.
      polls: options.poll === true || ['1', 'true'].includes(terminal.variables['CHOKIDAR_USEPOLLING'] ?? ''),
      variables: terminal.variables,
      today: () => terminal.today,
      clock: terminal.clock,
      progress: terminal.progress,
      signal: ended.signal,
      tell: (round) => {
        terminal.clear()
        terminal.out(isJson ? `${jsonLine(roundJson(round))}\n` : inert(roundText(round, terminal.outStyle)))
      },
      trouble: (trouble) => {
        terminal.clear()
        if (isJson) terminal.out(`${jsonLine(troubleJson(trouble))}\n`)
        else terminal.err(inert(troubleText(trouble, terminal.errStyle)))
      },
    })
  } finally {
    stopListening()
  }
  return 0
}
