/** Data that somebody else made: payloads of events, answers of servers, files of publications. Nothing is believed. */

/** Whether a value is what is looked for. */
export type Is = (value: unknown) => boolean

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A SHA-256, as 64 hexadecimal digits. */
export const isDigest: Is = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** A whole object id of Git: SHA-1 or SHA-256. */
export const isCommit: Is = (value) => typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)

export const orNull = (is: Is): Is => (value) => value === null || is(value)

/** What a text says as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

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
