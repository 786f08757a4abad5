import { finding, type Report } from '../../core/finding.ts'
import type { Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import { refusal } from './refusal.ts'

/** After this many the file is not in the format of its name, and more findings help nobody. */
const MOST = 20

/** The lines of a line format (INI, dotenv) that cannot be read, told one by one; a merge conflict is told alone. */
export class BrokenLines {
  readonly #source: Source
  readonly #report: Report
  #count = 0

  constructor(source: Source, report: Report) {
    this.#source = source
    this.#report = report
  }

  get some(): boolean {
    return this.#count > 0
  }

  get tooMany(): boolean {
    return this.#count >= MOST
  }

  tell(start: number, end: number, message: Message): void {
    const conflict = this.#count === 0 ? refusal(this.#source, start) : undefined
    if (conflict?.rule === 'parse/syntax') {
      this.#count = MOST
      this.#report(conflict)
      return
    }
    this.#count++
    this.#report(finding('parse/syntax', inSpan(this.#source, start, end), message))
  }
}
