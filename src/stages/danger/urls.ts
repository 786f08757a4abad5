/** Schemes over TLS, and the same without. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['https', 'http'], ['wss', 'ws'], ['rediss', 'redis'], ['amqps', 'amqp'], ['ldaps', 'ldap'], ['mqtts', 'mqtt'],
  ['grpcs', 'grpc'], ['ftps', 'ftp'], ['smtps', 'smtp'], ['tls', 'tcp'], ['ssl', 'tcp'],
])

/** What a URL, or a text with parameters as a database's driver reads it, says of encryption no more. */
export type LostInUrl =
  | { readonly of: 'scheme'; readonly before: string; readonly after: string }
  | { readonly of: 'parameter'; readonly key: string; readonly is: LostParameter }

/** Whether a parameter is off now, or on and asks for less. */
export type LostParameter = 'off' | 'weaker'

/** Longer texts are no URLs. */
const LONGEST = 4096

/**
 * Whether a text that was a URL over TLS is one without, or a parameter of it that was on is so no more. Schemes are
 * compared where the text starts; of lists of URLs the first one counts.
 *
 * @param lossOf what a parameter loses from one text to another; `undefined` for nothing, and where it says nothing of
 * encryption
 */
export function lostInUrl(
  before: string,
  after: string,
  lossOf: (key: string, was: string, is: string) => LostParameter | undefined,
): LostInUrl | undefined {
  if (before.length > LONGEST || after.length > LONGEST || !/[:=]/.test(before)) return undefined
  const [was, is] = [schemeOf(before), schemeOf(after)]
  if (was !== undefined && is !== undefined && PLAIN.get(was) === is) return { of: 'scheme', before: was, after: is }
  const now = parametersOf(after)
  for (const [key, text] of parametersOf(before)) {
    const loss = lossOf(key, text, now.get(key) ?? 'false')
    if (loss !== undefined) return { of: 'parameter', key, is: loss }
  }
  return undefined
}

function schemeOf(text: string): string | undefined {
  return /^\s{0,8}(?:jdbc:)?([a-z][a-z0-9]{0,15})(?:\+[a-z0-9]{1,16})?:\/\//i.exec(text)?.[1]?.toLowerCase()
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, key = '', value = ''] of text.matchAll(/[?&; ]([a-z_-]{2,40})=([^&; ]{0,64})/gi)) found.set(key, value)
  return found
}
