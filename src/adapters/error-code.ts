/** The code of an error of the system, such as `ENOENT`; the name of one that has none; empty for anything else. */
export function codeOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : ''
}
