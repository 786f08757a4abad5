import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import schema from '../../schemas/output/handoff.json' with { type: 'json' }
import { say, type Message } from '../core/message.ts'
import { MAX_DEPTH } from '../core/ports.ts'

/** The file in the artifact. */
export const HANDOFF_FILE = 'cairn-handoff.json'
/** Most bytes that are taken, packed or not. */
export const MAX_HANDOFF_BYTES = 5_000_000

/** What was checked. */
export interface HandoffHead {
  /** The newest commit of the pull request. */
  readonly sha: string
  /** The id of the repository that it comes from. */
  readonly repository: number
}

/** `schemas/output/handoff.json`. */
interface Handoff {
  readonly version: 1
  readonly head: HandoffHead
  readonly prefix?: string
  readonly report: object
}

/** What is handed over. */
export interface HandedOver {
  readonly report: object
  /** The configuration repository, seen from the top of the Git repository. */
  readonly prefix: string
}

/** The file that a check writes where it may not comment itself. */
export function writeHandoff(head: HandoffHead, { report, prefix }: HandedOver): string {
  const handoff: Handoff = { version: 1, head: { sha: head.sha, repository: head.repository }, prefix, report }
  return `${JSON.stringify(handoff)}\n`
}

export type ReadHandoff =
  | (HandedOver & { readonly problem?: undefined })
  | { readonly problem: Message; readonly report?: undefined }

/**
 * Reads such a file. Whoever proposed the change may have written it: it must be of what the run was for, as GitHub
 * tells, and of the report nothing is checked but that it is an object of bounded size and depth.
 *
 * @param head from the event, never from the file
 */
export function readHandoff(bytes: Buffer, head: HandoffHead): ReadHandoff {
  if (bytes.byteLength > MAX_HANDOFF_BYTES) return { problem: say`the report of the check has more than ${MAX_HANDOFF_BYTES} bytes` }
  const data = parse(bytes)
  if (data === undefined) return { problem: say`the report of the check is no JSON` }
  if (depthOf(bytes) > MAX_DEPTH) return { problem: say`the report of the check is nested deeper than ${MAX_DEPTH} levels` }
  if (!isHandoff(data)) return { problem: say`the report of the check is not what Cairn writes, or what another version of it writes` }
  if (data.head.sha !== head.sha || data.head.repository !== head.repository) {
    return { problem: say`the report claims to be of another pull request than its run was for` }
  }
  return { report: data.report, prefix: data.prefix ?? '' }
}

/** JSON is UTF-8 without a byte order mark (RFC 8259, 8.1). The parser's own words quote the text. */
function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** How deep well-formed JSON is nested. */
function depthOf(json: Buffer): number {
  let depth = 0
  let deepest = 0
  let isString = false
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]
    if (isString) {
      if (byte === BACKSLASH) i++
      else if (byte === QUOTE) isString = false
    } else if (byte === QUOTE) isString = true
    else if (byte === BRACE || byte === BRACKET) deepest = Math.max(deepest, ++depth)
    else if (byte === END_BRACE || byte === END_BRACKET) depth--
  }
  return deepest
}

const [BACKSLASH, QUOTE, BRACE, BRACKET, END_BRACE, END_BRACKET] = Buffer.from('\\"{[}]')

let compiled: ValidateFunction<Handoff> | undefined

function isHandoff(data: unknown): data is Handoff {
  const ajv = () => new Ajv2020({ strict: true, logger: false, messages: false, ownProperties: true })
  return (compiled ??= ajv().compile<Handoff>(schema))(data)
}
