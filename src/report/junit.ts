import type { SettledFinding } from '../core/finding.ts'
import { escapeControls } from '../core/message.ts'
import type { CheckResult } from '../core/results.ts'
import { showLocation } from '../core/place.ts'
import { RULES, type RuleId } from '../core/rules.ts'
import { names } from './terminal.ts'
import type { Verdict } from './verdict.ts'
import { filePlace } from './where.ts'

export interface JunitOptions {
  /** The configuration repository, seen from the top of the Git repository; empty for the top. */
  readonly prefix: string
}

/**
 * A check as JUnit XML, in the form that Jenkins, GitLab and GitHub's actions for it agree on. A suite is a group of
 * rules, a case is a finding, or a rule that found nothing: a report without a passed case looks to them as if nothing
 * had run. What is not severe enough to fail the run is a passed case that says so in its output.
 */
export function checkJunit({ findings }: CheckResult, { fatal }: Verdict, { prefix }: JunitOptions): string {
  const isFailure = ({ severity }: SettledFinding) => fatal.includes(severity)
  const byRule = groupBy(findings, ({ rule }) => rule)
  const nameOf = createNames()
  const suites: string[] = []
  for (const [group, rules] of groupBy(Object.keys(RULES) as RuleId[], groupOf)) {
    const found = rules.flatMap((rule) => byRule.get(rule) ?? [])
    const passed = rules.filter((rule) => !byRule.has(rule))
    const tests = found.length + passed.length
    const counts = { tests, failures: found.filter(isFailure).length, errors: 0, skipped: 0 }
    const cases = found.map((one) => caseOf(one, { name: nameOf(one), prefix, failed: isFailure(one) }))
    for (const rule of passed) cases.push(element('testcase', { classname: `cairn.${group}`, name: rule }, []))
    suites.push(element('testsuite', { name: group, ...counts }, cases))
  }
  const all = findings.length + Object.keys(RULES).length - byRule.size
  const counts = { tests: all, failures: findings.filter(isFailure).length, errors: 0 }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'Cairn', ...counts }, suites)}`
}

/** What stands before the slash of a rule. */
const groupOf = (rule: RuleId): string => rule.slice(0, rule.indexOf('/'))

/** In the order in which the keys are first met. */
function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

interface Case {
  readonly name: string
  readonly prefix: string
  readonly failed: boolean
}

function caseOf(found: SettledFinding, { name, prefix, failed }: Case): string {
  const { rule, severity, message, location } = found
  const { file, line } = filePlace(location, prefix)
  const attributes = { classname: file, name, file, ...(line === undefined ? {} : { line }) }
  const text = textNode(storyOf(found))
  const said = failed
    ? element('failure', { type: `${severity} ${rule}`, message }, text)
    : element('system-out', {}, text)
  return element('testcase', attributes, [said])
}

/** The finding as the terminal tells it. */
function storyOf({ rule, severity, message, location, related, environments }: SettledFinding): string {
  const lines = [`${showLocation(location)} ${severity} ${rule} ${message}`]
  for (const one of related) lines.push(`  ${showLocation(one.location)} ${one.message}`)
  if (environments.length > 0) lines.push(`  in ${names(environments)}`)
  return lines.join('\n')
}

/**
 * Names by which a case is found again in the next run: without lines, and counted where a file has the same finding
 * several times.
 */
function createNames(): (found: SettledFinding) => string {
  const seen = new Map<string, number>()
  return ({ rule, message, location }) => {
    const key = `${location.file ?? ''}\u0000${rule}\u0000${message}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? `${rule}: ${message}` : `${rule}: ${message} (${count})`
  }
}

type Attributes = Readonly<Record<string, string | number>>

/** An element on lines of its own; a text as content stays as it is. */
function element(name: string, attributes: Attributes, content: string | readonly string[]): string {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) tag += ` ${key}="${attributeValue(String(value))}"`
  const inside = typeof content === 'string' ? content : content.length === 0 ? '' : `\n${content.join('')}`
  return inside === '' ? `${tag}/>\n` : `${tag}>${inside}</${name}>\n`
}

/**
 * Text that every XML parser reads back as it is shown: markup is escaped, and what XML 1.0 cannot hold (§2.2) or a
 * terminal would act on is told as `\u0000`. A log of it starts no workflow command.
 */
function textNode(text: string): string {
  return text
    .split('\n')
    .map(escapeControls)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>]/g, (char) => ENTITIES[char] ?? '')
    .replace(/^([^\S\n]*):(?=:)/gm, '$1&#58;')
    .replaceAll('##[', '#&#35;[')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The same in an attribute, where line breaks would become blanks (§3.3.3). */
function attributeValue(text: string): string {
  return textNode(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
}
