import { setFlagsFromString } from 'node:v8'

/**
 * What V8 counts before it compiles a function with its optimizing compilers, some four to ten times the default, by
 * the release of V8 (Node.js 20, 22 and 24). Only these releases were measured, and another may not know the names.
 */
export const COUNTS: Readonly<Record<string, readonly string[]>> = {
  '11.3': ['--interrupt-budget=250000'],
  '12.4': ['--invocation-count-for-maglev=1500', '--invocation-count-for-turbofan=30000'],
  '13.6': ['--invocation-count-for-maglev=1500', '--invocation-count-for-turbofan=30000'],
}

/**
 * Lets this process run a function more often before V8 optimizes it: most commands are over before optimized code has
 * paid for its compilation, and those that run for seconds lose nothing. For processes that are Cairn's own, early in
 * them. `docs/decisions/0018-v8-optimizes-later.md` has figures.
 */
export function optimizeLater(): void {
  const release = process.versions.v8.split('.', 2).join('.')
  for (const count of COUNTS[release] ?? []) setFlagsFromString(count)
}
