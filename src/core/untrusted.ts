/** Data that somebody else made: payloads of events, answers of servers. Nothing is believed to be there. */

/** What stands at a path such as `pull_request.head.sha`; `undefined` where there is nothing. */
export function at(data: unknown, path: string): unknown {
  let value = data
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}

/** A text that is not empty. */
export function textAt(data: unknown, path: string): string | undefined {
  const found = at(data, path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** A number such as an id: whole, and exact in a double. */
export function idAt(data: unknown, path: string): number | undefined {
  const found = at(data, path)
  return Number.isSafeInteger(found) ? (found as number) : undefined
}
