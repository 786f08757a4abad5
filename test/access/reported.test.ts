import { describe, expect, test } from 'vitest'
import { say } from '../../src/core/message.ts'
import { review } from '../../src/queries/review.ts'
import { openFiles } from '../helpers/memory.ts'

const FILES = { 'environments/production/services/db.yaml': 'pool: 1\n' }
const MISTAKE = { ...FILES, 'access.yaml': 'roles:\n  db: [ada]\nruls: []\n' }
const rules = (findings: readonly { readonly rule: string; readonly since?: string }[]) => findings.map(({ rule, since }) => `${rule} ${since ?? ''}`)

describe('mistakes in access.yaml', () => {
  const reviewed = async (before: Record<string, string>, after: Record<string, string>) => {
    const base = await openFiles(before)
    const head = await openFiles(after)
    return review({
      head: head.workspace,
      collector: head.collector,
      against: { workspace: base.workspace, collector: base.collector, because: say`a test`, whenBroken: 'throw' },
      selection: {},
    })
  }

  test('are findings of a check, at their place', async () => {
    const { collector } = await openFiles(MISTAKE)
    const found = collector.findings()
    expect(found.length).toBeGreaterThan(0)
    for (const { location } of found) expect(location.file).toBe('access.yaml')
  })

  test('a file that is called otherwise is told: nobody would be asked', async () => {
    const { collector } = await openFiles({ ...FILES, 'access.yml': 'roles: {db: [ada]}\n' })
    const told = collector.findings().map(({ rule, location, message }) => `${location.file ?? ''} ${rule} ${message}`)
    expect(told).toEqual(['access.yml discover/unused-file Cairn reads access.yaml: rename this file; as it is nobody has to approve anything'])
  })

  test('are told once in a review: new where the change brings them, known where the base has them', async () => {
    const alone = (await openFiles(MISTAKE)).collector.findings().map(({ rule }) => rule)
    expect(rules((await reviewed(FILES, MISTAKE)).findings)).toEqual(alone.map((rule) => `${rule} new`))
    expect(rules((await reviewed(MISTAKE, MISTAKE)).findings)).toEqual(alone.map((rule) => `${rule} known`))
    expect(rules((await reviewed(MISTAKE, FILES)).findings)).toEqual([])
  })
})
