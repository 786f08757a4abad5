import type { SettledFinding } from '../core/finding.ts'
import { say, type Message } from '../core/message.ts'
import type { CheckResult } from '../core/results.ts'
import { RULES, type RuleId, type Severity } from '../core/rules.ts'
import type { Location } from '../core/place.ts'
import { digest } from './digest.ts'
import { jsonLine } from './inert.ts'
import { RULE_TEXTS } from './rule-texts.ts'
import { names } from './terminal.ts'
import { uriOf } from './uri.ts'
import { mostSevereFirst, notCheckedBy, shownText, type Verdict } from './verdict.ts'
import { filePlace } from './where.ts'

export interface SarifOptions {
  /** Of Cairn. */
  readonly version: string
  /** The configuration repository, seen from the top of the Git repository; empty for the top. */
  readonly prefix: string
}

/**
 * Limits of GitHub's code scanning: 25,000 results (of which 5,000 are shown) and 10 MB after compression. The text is
 * kept below that uncompressed, so that no file can be rejected.
 */
const MOST_RESULTS = 25_000
const MOST_BYTES = 9_500_000
const MOST_TEXT = 1024
/** Related places; 100 are shown. */
const MOST_RELATED = 100

/**
 * A check as SARIF 2.1.0 (OASIS, errata 01), on one line, with all that GitHub's code scanning asks for on top of the
 * standard: for each rule its help, for each result a full region and a fingerprint. Paths are seen from the top of the
 * Git repository. Where there are more findings than a file may hold, the least severe are left out and a notification
 * says how many.
 */
export function checkSarif(result: CheckResult, judged: Verdict, options: SarifOptions): string {
  const rules = [...new Set(result.findings.map(({ rule }) => rule))].sort(byRules)
  const indexes = new Map(rules.map((rule, i) => [rule, i]))
  const results: unknown[] = []
  const fingerprints = createFingerprints()
  let room = MOST_BYTES
  for (const found of mostSevereFirst(result.findings)) {
    const one = resultOf(found, indexes.get(found.rule) ?? 0, { options, fingerprints })
    room -= Buffer.byteLength(jsonLine(one)) + 1
    if (room < 0 || results.length === MOST_RESULTS) break
    results.push(one)
  }
  return jsonLine({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driverOf(options), rules: rules.map(ruleOf) } },
        // Two checks of one commit are told apart by their folder.
        automationDetails: { id: options.prefix === '' ? 'cairn/' : `cairn/${uriOf(options.prefix)}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The top of the Git repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              ...leftOut(results.length, result.findings.length),
              ...notCheckedBy(result).map((what) => notification('note', say`not checked: ${what}`)),
            ],
          },
        ],
        properties: { verdict: judged.passed ? 'pass' : 'fail', counts: judged.counts },
        results,
      },
    ],
  })
}

const ROOT = '%SRCROOT%'
const ORDER = Object.keys(RULES)
const byRules = (a: RuleId, b: RuleId): number => ORDER.indexOf(a) - ORDER.indexOf(b)

function driverOf({ version }: SarifOptions): object {
  return { name: 'Cairn', version, semanticVersion: version }
}

function leftOut(shown: number, found: number): object[] {
  if (shown === found) return []
  return [notification('warning', say`${shownText(shown, found, 'finding')} are in this file, the most severe first`)]
}

function notification(level: Severity, message: Message): object {
  return { level, message: { text: plainText(message) } }
}

function ruleOf(id: RuleId): object {
  // A rule that is not described yet is described by its name: code scanning rejects empty texts.
  const { means, fix } = RULE_TEXTS[id] ?? { means: id, fix: id }
  const first = /^.*?[.](?= |$)/.exec(means)?.[0] ?? means
  return {
    id,
    name: id,
    shortDescription: { text: cut(first) },
    fullDescription: { text: cut(means) },
    help: { text: cut(`${means}\n\nFix: ${fix}`) },
    defaultConfiguration: { level: RULES[id].severity },
    properties: { tags: ['configuration', id.slice(0, id.indexOf('/'))] },
  }
}

interface ResultContext {
  readonly options: SarifOptions
  readonly fingerprints: (found: SettledFinding, uri: string) => string
}

function resultOf(found: SettledFinding, ruleIndex: number, { options, fingerprints }: ResultContext): object {
  const { rule, severity, message, location, related, environments } = found
  const { instead, uri, region } = placeOf(location, options.prefix)
  const where = environments.length === 0 ? '' : ` (in ${names(environments)})`
  const left = related.length - MOST_RELATED
  const more = left > 0 ? ` (${shownText(MOST_RELATED, related.length, 'place')} shown)` : ''
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: plainText(`${instead}${message}${where}${more}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: ROOT }, region } }],
    partialFingerprints: { primaryLocationLineHash: fingerprints(found, uri) },
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.slice(0, MOST_RELATED).map((one, id) => relatedOf(one, id, options)) }),
  }
}

function relatedOf({ message, location }: SettledFinding['related'][number], id: number, { prefix }: SarifOptions): object {
  const { instead, uri, region } = placeOf(location, prefix)
  return {
    id,
    message: { text: plainText(`${instead}${message}`) },
    physicalLocation: { artifactLocation: { uri, uriBaseId: ROOT }, region },
  }
}

/** The end of a region is exclusive in SARIF (§3.30.8), as it is here. A whole file is told by its first character. */
function placeOf(location: Location, prefix: string) {
  const { file, instead = '', line = 1, column = 1, endLine = line, endColumn = column } = filePlace(location, prefix)
  return { uri: uriOf(file), instead, region: { startLine: line, startColumn: column, endLine, endColumn } }
}

/**
 * Says which findings are one and the same in two commits: those of one rule, file and message, counted in their order.
 * Lines are not part of it, so that a finding that moves stays what it is.
 */
function createFingerprints(): (found: SettledFinding, uri: string) => string {
  const seen = new Map<string, number>()
  return ({ rule, message }, uri) => {
    const hash = digest(`${rule}\u0000${uri}\u0000${message}`)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return `${hash}:${count}`
  }
}

/** Text in which a viewer finds no link (§3.11.6): `[text](target)` from a name stays text. */
function plainText(text: string): string {
  return cut(text.replaceAll('](', ']\\('))
}

function cut(text: string): string {
  const points = text.length <= MOST_TEXT ? [] : Array.from(text)
  return points.length <= MOST_TEXT ? text : `${points.slice(0, MOST_TEXT - 1).join('')}…`
}
