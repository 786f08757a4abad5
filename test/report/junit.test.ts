import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Message } from '../../src/core/message.ts'
import { RULES } from '../../src/core/rules.ts'
import { inert } from '../../src/report/inert.ts'
import { checkJunit } from '../../src/report/junit.ts'
import { verdict, type FailOn } from '../../src/report/verdict.ts'
import { found, HOSTILE, many, resultOf } from './findings.ts'

const schema = readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8')

const junit = (findings: readonly SettledFinding[], failOn: FailOn = 'error', prefix = ''): string =>
  checkJunit(resultOf(findings), verdict(findings, failOn), { prefix })

/** Whether an XML parser reads it and the schema allows it; its errors. */
async function errorsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema })
  return errors.map(({ message }) => message)
}

const lines = (xml: string, wanted: RegExp) => xml.split('\n').filter((line) => wanted.test(line))

test('the schema tells what is no report', async () => {
  expect(await errorsOf('<testsuites/>')).not.toEqual([])
  expect(await errorsOf('<testsuites name="x"><y></testsuites>')).not.toEqual([])
})

test('a finding is a failed case, a rule that found nothing a passed one', async () => {
  const related = [{ message: 'first given here' as Message, location: { file: 'a.yaml', line: 1, column: 1 } }]
  const xml = junit([found({ related, environments: ['dev'] })], 'error', 'deploy')
  expect(await errorsOf(xml)).toEqual([])
  const rules = Object.keys(RULES).length
  expect(xml).toContain(`<testsuites name="Cairn" tests="${rules}" failures="1" errors="0">`)
  expect(xml).toContain(`<testcase classname="deploy/environments/dev/services/db.yaml" name="parse/duplicate-key: the key port is given twice" file="deploy/environments/dev/services/db.yaml" line="2">
<failure type="error parse/duplicate-key" message="the key port is given twice">environments/dev/services/db.yaml:2:1 error parse/duplicate-key the key port is given twice
  a.yaml:1:1 first given here
  in dev</failure>
</testcase>
`)
  expect(xml).toContain('<testcase classname="cairn.parse" name="parse/syntax"/>')
  expect(lines(xml, /name="parse\/duplicate-key"/)).toEqual([])
  expect(lines(xml, /<testcase /)).toHaveLength(rules)
})

test('nothing found is a report of passed cases', async () => {
  const xml = junit([])
  expect(await errorsOf(xml)).toEqual([])
  expect(lines(xml, /<failure|<system-out/)).toEqual([])
  expect(xml).toContain(`tests="${Object.keys(RULES).length}" failures="0"`)
})

test('what does not fail the run is a passed case that says what it is', async () => {
  const findings = [...many(2, 'warning', 'merge/kind-change'), ...many(1, 'error')]
  for (const [failOn, failures] of [['error', 1], ['warning', 3], ['never', 0]] as const) {
    const xml = junit(findings, failOn)
    expect(await errorsOf(xml)).toEqual([])
    expect(lines(xml, /<failure/)).toHaveLength(failures)
    expect(lines(xml, /<system-out>/)).toHaveLength(3 - failures)
    expect(xml).toContain(`failures="${failures}" errors="0">`)
  }
})

test('the same finding at several lines of a file is several cases, with names that no line is in', () => {
  const xml = junit([3, 9, 12].map((line) => found({ location: { file: 'a.yaml', line, column: 1 } })))
  expect(xml.match(/name="parse\/duplicate-key: [^"]*"/g)).toEqual([
    'name="parse/duplicate-key: the key port is given twice"',
    'name="parse/duplicate-key: the key port is given twice (2)"',
    'name="parse/duplicate-key: the key port is given twice (3)"',
  ])
})

test('any name gives valid XML in which no line is a command', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...HOSTILE))
  const all: SettledFinding[] = HOSTILE.map((name) => found({ message: name, location: { file: name, line: 1, column: 1 }, environments: [name] }))
  fc.assert(
    fc.property(text, text, (file, message) => {
      const one = found({ location: { file, line: 1, column: 1 }, message })
      const xml = junit([one])
      all.push(one)
      expect(inert(xml)).toBe(xml)
    }),
  )
  expect(await errorsOf(junit(all))).toEqual([])
})

test('an XML parser reads back what was found', async () => {
  const message = `a & b < c > "d" 'e' ]]> ::error::f ##[g]`
  const xml = junit([found({ message, location: { file: '::x.yaml', line: 1, column: 1 } })])
  const { normalized } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema, normalization: 'c14n' })
  // canonical XML (§2.3): of what matters here only &, < and > stay escaped in text, & < and " in attributes
  expect(normalized).toContain(`message="a &amp; b &lt; c > &quot;d&quot; 'e' ]]> ::error::f ##[g]"`)
  expect(normalized).toContain(`::x.yaml:1:1 error parse/duplicate-key a &amp; b &lt; c &gt; "d" 'e' ]]&gt; ::error::f ##[g]`)
})

test('10,000 findings are written in well under a second', () => {
  const findings = many(10_000, 'error')
  const start = performance.now()
  expect(lines(junit(findings), /<failure/)).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(2000)
})
