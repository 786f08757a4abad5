export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 }

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed` + (skipped === 0 ? '' : `, ${skipped} skipped`)
}

/** A run in which nothing ran proves nothing. */
export function isGood({ passed, failed }: Counts): boolean {
  return passed > 0 && failed === 0
}
