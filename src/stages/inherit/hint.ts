import { name, say, type Message } from '../../core/message.ts'
import { nearest } from '../../core/nearest.ts'

/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export function didYouMean(wanted: string, candidates: Iterable<string>): Message {
  const near = nearest(wanted, candidates)
  return near === undefined ? say`` : say`; did you mean ${name(near)}?`
}
