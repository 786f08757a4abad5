import { say, type Message } from '../../core/message.ts'

/** What a value of a format is, with an example where that says more than the name. */
export const FORMAT_WORDS: ReadonlyMap<string, Message> = new Map([
  ['date', say`a date such as 2026-01-31`],
  ['time', say`a time with its offset such as 12:30:00Z`],
  ['date-time', say`a date and time with its offset such as 2026-01-31T12:30:00Z`],
  ['iso-time', say`a time such as 12:30:00`],
  ['iso-date-time', say`a date and time such as 2026-01-31T12:30:00`],
  ['duration', say`a duration such as PT5M or P1D`],
  ['uri', say`a URI with its scheme such as https://example.com/path`],
  ['uri-reference', say`a URI or a relative reference`],
  ['uri-template', say`a URI template such as /users/{id}`],
  ['url', say`a URL such as https://example.com/path`],
  ['email', say`an e-mail address`],
  ['hostname', say`a host name`],
  ['ipv4', say`an IPv4 address such as 192.0.2.1`],
  ['ipv6', say`an IPv6 address such as 2001:db8::1`],
  ['uuid', say`a UUID such as 123e4567-e89b-12d3-a456-426614174000`],
  ['json-pointer', say`a JSON Pointer such as /a/0`],
  ['json-pointer-uri-fragment', say`a JSON Pointer as a fragment such as #/a/0`],
  ['relative-json-pointer', say`a relative JSON Pointer such as 1/a`],
  ['regex', say`a regular expression`],
  ['byte', say`Base64 text with its padding`],
  ['int32', say`an integer of 32 bits`],
  ['int64', say`an integer of 64 bits`],
])
