/** Line and column of an offset, both 1-based; columns count UTF-16 units, as in SARIF and LSP. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A byte order mark. */
export const MARK = '\ufeff'

/**
 * A text file as the stages see it: decoded, without a byte order mark. Offsets into `text` are UTF-16 units.
 * Lines are indexed on the first question only: most files never have a finding.
 */
export class Source {
  readonly path: string
  readonly text: string
  /** The byte order mark that the file begins with, or nothing: SOPS takes it for a part of what follows. */
  readonly mark: '' | typeof MARK
  #lineStarts: readonly number[] | undefined

  constructor(path: string, text: string, mark: Source['mark'] = '') {
    this.path = path
    this.text = text
    this.mark = mark
  }

  positionOf(offset: number): Position {
    const starts = (this.#lineStarts ??= lineStarts(this.text))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}

/** Offsets at which lines start. `\n`, `\r\n` and a lone `\r` end a line (YAML 1.2.2 §5.4). */
function lineStarts(text: string): number[] {
  const starts = [0]
  const breaks = /\r\n?|\n/g
  while (breaks.exec(text) !== null) starts.push(breaks.lastIndex)
  return starts
}
