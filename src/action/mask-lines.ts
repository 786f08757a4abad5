import type { Runner } from './runner.ts'

/** What is shorter would hide half of a log. */
const SHORTEST_MASKED = 8

/** Masks a key of several lines line by line, as it may be quoted. What says that it is a key stays. */
export function maskLines(key: string, runner: Pick<Runner, 'mask'>): void {
  for (const line of key.split(/[\s,]+/)) {
    if (line.length >= SHORTEST_MASKED && !line.startsWith('-----')) runner.mask(line)
  }
}
