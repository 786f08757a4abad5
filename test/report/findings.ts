import type { SettledFinding } from '../../src/core/finding.ts'
import type { Message } from '../../src/core/message.ts'
import type { CheckResult } from '../../src/core/results.ts'
import type { RuleId, Severity } from '../../src/core/rules.ts'

/** A finding made up for a report; the messages of real ones come from `say` alone. */
export function found(more: Partial<Omit<SettledFinding, 'message'>> & { readonly message?: string } = {}): SettledFinding {
  return {
    rule: 'parse/duplicate-key',
    severity: 'error',
    location: { file: 'environments/dev/services/db.yaml', line: 2, column: 1, endLine: 2, endColumn: 5 },
    related: [],
    environments: [],
    ...more,
    message: (more.message ?? 'the key port is given twice') as Message,
  }
}

export function resultOf(findings: readonly SettledFinding[], more: Partial<CheckResult> = {}): CheckResult {
  return {
    findings,
    snapshot: 'working tree',
    documents: 3,
    effectiveDocuments: 6,
    environments: ['production', 'staging'],
    undecided: [],
    notChecked: [],
    ...more,
  }
}

/** Many of a severity, each in a file of its own. */
export function many(count: number, severity: Severity, rule: RuleId = 'parse/duplicate-key'): SettledFinding[] {
  return Array.from({ length: count }, (_, i) => found({ rule, severity, location: { file: `${severity}/${i}.yaml`, line: i + 1, column: 1 } }))
}

/** What a name in a repository may be made of to break a report. */
export const HOSTILE: readonly string[] = [
  '::error::x',
  '##[error]x',
  '%0A::error::x',
  ']]>',
  '</failure></testcase>',
  '<!--',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&amp;&lt;&#0;',
  '"><x y="',
  "' onload='",
  '\u0000\u0001\u0008\u001b[31m',
  '\ufffe\uffff',
  '\ud800',
  '\u202eevil\u2066',
  '| a | b |',
  '`` ` ```',
  '</details>',
  '@everyone',
  '#1',
  '[x](https://example.com)',
  'https://example.com',
  '\n\n# heading\n',
  '\r::warning::x',
  '\u0085::notice::x',
  '\u2028::notice::x',
  '{0} ${x} \\',
]
