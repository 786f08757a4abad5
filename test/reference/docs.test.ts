import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '../../src/queries/check.ts'
import { dependents } from '../../src/queries/dependents.ts'
import { environments } from '../../src/queries/environments.ts'
import { order } from '../../src/queries/order.ts'
import { render } from '../../src/queries/render.ts'
import { dependentsText, orderText } from '../../src/report/graph.ts'
import { plain } from '../../src/report/style.ts'
import { tokensOf } from '../../src/core/pointer.ts'
import { valueAt } from '../../src/core/value.ts'
import { findingsText } from '../../src/report/terminal.ts'
import { openFiles } from '../helpers/memory.ts'
import { demandsBetween, dangersBetween } from '../helpers/pull-request.ts'
import type { Files } from '../helpers/repository.ts'
import { demandsText, peopleOf } from './demands.ts'
import { readPage, type Claim, type Section } from './page.ts'
import { filesBelow, referenceRepository, ROOT } from './repository-files.ts'

for (const page of ['access', 'concepts', 'dangers', 'consistency', 'layout', 'merging', 'references', 'schemas']) {
  describe(`docs/${page}.md`, () => {
    const sections = readPage(join(ROOT, 'docs', `${page}.md`))
    const told = sections.flatMap((section) =>
      section.claims.map((claim) => [title(section, claim), section, claim] as const),
    )

    test('has examples', () => {
      expect(told.length).toBeGreaterThan(5)
    })
    test.each(told)('%s', async (_title, section, claim) => {
      await CHECKS[claim.is](section, claim)
    })
    const silent = sections.filter(saysNothingOfFindings)
    test.each(silent.map((section) => [section.heading, section] as const))('%s: nothing is found', async (_title, section) => {
      expect(await findingsOf(section)).toEqual([])
    })
  })
}

const CHECKS: Readonly<Record<Claim['is'], (section: Section, claim: Claim) => Promise<void> | void>> = {
  effective: async (section, { of, text }) => {
    const [, document = '', pointer = '', environment = ''] = /^([^#]+?)(?:#(\S*))? in (.*)$/.exec(of) ?? []
    const { workspace, collector } = await open(section)
    const selection = { documents: [document], environments: [environment] }
    for await (const { value } of render(workspace, { selection, collector })) {
      expect(valueAt(value, tokensOf(pointer) ?? [])).toEqual(parse(text))
      return
    }
    expect.fail(`${document} does not exist in ${environment}`)
  },
  environments: async (section, { text }) => {
    const { workspace, collector } = await open(section)
    const concrete = environments(workspace, {}, collector).environments.filter(({ abstract }) => !abstract)
    expect(Object.fromEntries(concrete.map(({ name, documents }) => [name, documents]))).toEqual(parse(text))
  },
  findings: async (section, { text }) => {
    expect(await findingsOf(section)).toEqual(text.split('\n').filter((line) => line !== ''))
  },
  dangers: async ({ base, files }, { text }) => {
    expect(findingsText((await dangersBetween(base, files)).findings, plain)).toBe(text)
  },
  demands: async ({ base, files }, { of, text }) => {
    expect(demandsText(await demandsBetween(base, files, peopleOf(of)))).toBe(text)
  },
  checked: async (section, { text }) => {
    const { documents, effectiveDocuments, environments: names, findings } = await checked(section)
    const places = `${counted(documents, 'document')}, ${counted(effectiveDocuments, 'effective document')}`
    const severities = (['error', 'warning', 'note'] as const).flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return count === 0 ? [] : [counted(count, severity)]
    })
    const verdict = severities.length === 0 ? 'no findings' : severities.join(', ')
    expect(`${places} in ${counted(names.length, 'environment')}: ${verdict}`).toBe(text.trim())
  },
  order: async (section, { of, text }) => {
    const { workspace, collector } = await open(section)
    expect(orderText(await order(workspace, of, collector), plain)).toBe(text)
  },
  dependents: async (section, { of, text }) => {
    const [document = '', environment = ''] = of.split(' in ')
    const { workspace, collector } = await open(section)
    expect(dependentsText(await dependents(workspace, { document, environment }, collector), plain)).toBe(text)
  },
  excerpt: (_section, { of, text }) => {
    const file = readFileSync(join(ROOT, of), 'utf8')
    expect(`\n${file}`).toContain(`\n${text}`)
  },
  command: (_section, { of, text }) => {
    const ran = spawnSync(process.execPath, ['src/cli/main.ts', ...of.split(' ')], { cwd: ROOT, encoding: 'utf8' })
    expect(ran.stdout).toBe(text)
  },
}

function title({ heading }: Section, { is, of }: Claim): string {
  return of === '' ? `${heading}: ${is}` : `${heading}: ${is} ${of}`
}

/** An example that shows no findings has none. */
function saysNothingOfFindings({ files, claims }: Section): boolean {
  return Object.keys(files).length > 0 && !claims.some(({ is }) => is === 'findings' || is === 'checked')
}

function open(section: Section): ReturnType<typeof openFiles> {
  return openFiles(filesOf(section), section.variables)
}

/** The files of the section, or this project's own repository where it has none. */
function filesOf({ repository, files }: Section): Files {
  if (repository !== undefined) return { ...filesBelow(join(ROOT, 'test/fixtures/repositories', repository)), ...files }
  return Object.keys(files).length > 0 ? files : referenceRepository()
}

async function checked(section: Section): ReturnType<typeof check> {
  const { workspace, collector } = await open(section)
  return check(workspace, { selection: {}, collector })
}

async function findingsOf(section: Section): Promise<string[]> {
  const { findings } = await checked(section)
  return findings.map(({ rule, severity, location }) => {
    const { file, line, column } = location
    const place = line === undefined ? (file ?? '') : `${file ?? ''}:${line}:${column ?? 1}`
    return `${place} ${severity} ${rule}`
  })
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
