import { name, say, type Message } from '../../core/message.ts'
import { inFile, inSpan, locate, showLocation, type Location } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import { PROBLEM_WORDS } from '../../core/sops/problem-words.ts'
import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import { Source } from '../../core/source.ts'

/** A problem of a file, told: where it is, what is wrong, and what to do next. Holds no value. */
export interface ToldProblem {
  readonly kind: SopsProblemKind
  readonly location: Location
  /** Of the value, or of the field below `sops`. */
  readonly pointer: string
  readonly message: Message
  readonly next?: Message
}

export function toldProblem(path: string, text: string, found: SopsProblem): ToldProblem {
  const { kind, start, end, tokens } = found
  const { said, next } = PROBLEM_WORDS[kind]
  const isSomewhere = end > 0
  const location = locate(isSomewhere ? inSpan(new Source(path, text), start, Math.max(start, end)) : inFile(path))
  const message = kind === 'unsupported-key' && tokens.length === 1
    ? say`${name(tokens[0] ?? '')} is no recipient of age that Cairn can encrypt to`
    : kind === 'no-such-value' ? say`there is no value at ${pointer(tokens)}` : said
  return { kind, location, pointer: pointer(tokens), message, ...(next && { next }) }
}

/** One block a problem: place, class and message, and below it what to do next. */
export function problemText({ kind, location, message, next }: ToldProblem, style: (look: 'bold' | 'red', text: string) => string): string {
  const hint = next === undefined ? '' : `  ${next}\n`
  return `${style('bold', showLocation(location))} ${style('red', 'error')} ${kind}: ${message}\n${hint}`
}
