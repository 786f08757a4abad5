/**
 * Replaces a piece of a library's text.
 *
 * @throws where it is not there exactly once: the library changed, and what is done to it has to be looked at again
 */
export function replaceOnce(library: string, code: string, from: string, to: string): string {
  if (code.split(from).length !== 2) throw new Error(`${library} is no longer written as expected`)
  return code.replace(from, () => to)
}
