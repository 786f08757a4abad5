/** What a layout says about how a file is read; the same for every format. */
export interface FormatOptions {
  /** Whether the file may hold more than one document (`stream: true`). Formats without streams ignore it. */
  readonly stream: boolean
  /** Tags that are allowed though Cairn does not know them: make the scalar a string, or keep what it is without it. */
  readonly tags: ReadonlyMap<string, 'string' | 'keep'>
}
