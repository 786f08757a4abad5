import { describe, expect, test } from 'vitest'
import type { Review } from '../../src/core/access.ts'
import { demandsBetween, type PeopleInput } from '../helpers/pull-request.ts'

const BASE = 'environments/base/services/db.yaml'
const PRODUCTION = 'environments/production/services/db.yaml'
const PLACES = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/production/environment.yaml': 'inherits: base\nlabels: {stage: production}\nprotected: true\n',
  'environments/staging/environment.yaml': 'inherits: base\nlabels: {stage: staging}\n',
  [BASE]: 'database: {pool: {min: 1, max: 10}}\nport: 1\n',
}
const roles = "roles: {db: ['@ada', '@acme/data'], ops: ['@bob', '@eve']}\n"
const owned = (rule: string): Record<string, string> => ({ ...PLACES, 'access.yaml': `${roles}rules:\n  - {${rule}}\n` })

/** What makes a rule apply: `document#/pointer in environments`. */
async function chosen(rule: string, head: Record<string, string | null>, base: Record<string, string> = {}): Promise<readonly string[]> {
  const before = { ...owned(rule), ...base }
  const after = Object.fromEntries(Object.entries({ ...before, ...head }).filter((entry): entry is [string, string] => entry[1] !== null))
  const { demands } = await demandsBetween(before, after)
  return demands.flatMap(({ changes }) => changes.map(({ change, environments }) => `${change.document}#/${change.tokens.join('/')} in ${environments.join(', ')}`))
}

const MAX = { [BASE]: 'database: {pool: {min: 1, max: 20}}\nport: 1\n' }
const AT_MAX = 'services/db#/database/pool/max'

describe('a rule asks for what changes in an environment', () => {
  test.each([
    ['everything', 'roles: [db]', [`${AT_MAX} in production, staging`]],
    ['one environment', 'environments: [production], roles: [db]', [`${AT_MAX} in production`]],
    ['a glob of environments', "environments: ['s*'], roles: [db]", [`${AT_MAX} in staging`]],
    ['a label', 'labels: {stage: production}, roles: [db]', [`${AT_MAX} in production`]],
    ['one of some labels', 'labels: {stage: [live, staging]}, roles: [db]', [`${AT_MAX} in staging`]],
    ['what is protected', 'protected: true, roles: [db]', [`${AT_MAX} in production`]],
    ['what is not', 'protected: false, roles: [db]', [`${AT_MAX} in staging`]],
    ['a kind', 'kinds: [services], roles: [db]', [`${AT_MAX} in production, staging`]],
    ['another kind', 'kinds: [models], roles: [db]', []],
    ['a document', "documents: ['services/d*'], roles: [db]", [`${AT_MAX} in production, staging`]],
    ['another document', 'documents: [services/x], roles: [db]', []],
    ['the value', 'environments: [production], paths: [/database/pool/max], roles: [db]', [`${AT_MAX} in production`]],
    ['what it lies in', 'environments: [production], paths: [/port, /database], roles: [db]', [`${AT_MAX} in production`]],
    ['any such value', "environments: [production], paths: ['/**/max'], roles: [db]", [`${AT_MAX} in production`]],
    ['another value', 'paths: [/database/pool/min, /port], roles: [db]', []],
    ['everything of several', 'environments: [production], labels: {stage: staging}, roles: [db]', []],
  ])('%s', async (_what, rule, expected) => {
    expect(await chosen(rule, MAX)).toEqual(expected)
  })

  test('not for an edit that the environment overrides', async () => {
    const own = { [PRODUCTION]: 'database: {pool: {max: 5}}\n' }
    expect(await chosen('environments: [production], roles: [db]', MAX, own)).toEqual([])
    expect(await chosen('roles: [db]', MAX, own)).toEqual([`${AT_MAX} in staging`])
  })

  test('as the environment was, and as it is: relabelling escapes nothing', async () => {
    const relabelled = { ...MAX, 'environments/production/environment.yaml': 'inherits: base\nlabels: {stage: test}\n' }
    for (const rule of ['labels: {stage: production}', 'labels: {stage: test}', 'protected: true']) {
      expect(await chosen(`${rule}, roles: [db]`, relabelled)).toEqual([`${AT_MAX} in production`])
    }
  })

  test('for what comes and goes with a whole mapping or document', async () => {
    const rule = 'environments: [production], paths: [/database/pool/max], roles: [db]'
    expect(await chosen(rule, { [BASE]: 'port: 1\n' })).toEqual(['services/db#/database in production'])
    expect(await chosen(rule, { [BASE]: null })).toEqual(['services/db#/ in production'])
    expect(await chosen(rule, { [BASE.replace('db', 'x')]: 'database: {pool: {max: 1}}\n' })).toEqual(['services/x#/ in production'])
    expect(await chosen(rule, { [BASE.replace('db', 'x')]: 'database: {pool: {min: 1}}\n' })).toEqual([])
  })

  test('for an environment that is gone', async () => {
    const head = { 'environments/production/environment.yaml': null }
    expect(await chosen('protected: true, roles: [db]', head)).toEqual(['services/db#/ in production'])
  })
})

describe('whose access.yaml asks', () => {
  const before = owned('roles: [db]')
  test('the base, whatever the head says', async () => {
    const result = await demandsBetween(before, { ...before, ...MAX, 'access.yaml': 'rules: []\n' })
    expect(result).toMatchObject({ judgedBy: 'base', state: 'undecided', demands: [{ location: { file: 'access.yaml', line: 3, column: 5 } }] })
  })
  test('the head, where base has none', async () => {
    const { judgedBy, demands } = await demandsBetween(PLACES, { ...before, ...MAX })
    expect([judgedBy, demands.length]).toEqual(['head', 1])
  })
  test('nobody', async () => {
    expect(await demandsBetween(PLACES, { ...PLACES, ...MAX })).toEqual({ judgedBy: 'nobody', demands: [], state: 'approved' })
  })
  test('one with a mistake never says that all is approved', async () => {
    const broken = { ...PLACES, 'access.yaml': 'roles: {}\nrules: {}\n' }
    expect(await demandsBetween(broken, { ...broken, ...MAX })).toMatchObject({ judgedBy: 'base', demands: [], state: 'undecided' })
  })
})

describe('what is missing', () => {
  const before = owned('name: pools, roles: [db, ops], approvals: 1')
  const two = owned('roles: [ops], approvals: 2')
  const approved = (...users: string[]): Review[] => users.map((user) => ({ user, says: 'approved' }))
  const ask = async (people: PeopleInput, base = before) => {
    const { state, demands } = await demandsBetween(base, { ...base, ...MAX }, people)
    return { state, roles: demands[0]?.roles ?? [] }
  }
  const data = new Map([['Acme/Data', ['dan']]])

  test('all that is asked for, where nobody said anything', async () => {
    const { state, roles: [db, ops] } = await ask({ reviews: [], teams: data })
    expect(state).toBe('missing')
    expect(db).toEqual({ role: 'db', users: ['ada'], teams: ['acme/data'], approvals: 1, approvedBy: [], objectedBy: [], missing: 1, unknownTeams: [], state: 'missing' })
    expect(ops).toMatchObject({ users: ['bob', 'eve'], missing: 1, state: 'missing' })
  })
  test('nothing, where each role approved', async () => {
    expect(await ask({ reviews: approved('ADA', 'bob') })).toMatchObject({ state: 'approved', roles: [{ approvedBy: ['ADA'], missing: 0 }, { state: 'approved' }] })
    expect((await ask({ reviews: approved('dan', 'bob'), teams: data })).state).toBe('approved')
  })
  test('the author approves nothing', async () => {
    const { state, roles: [db, ops] } = await ask({ author: 'Ada', reviews: approved('ada', 'bob'), teams: new Map([['acme/data', ['ada']]]) })
    expect(state).toBe('missing')
    expect(db).toMatchObject({ users: [], missing: 1, impossible: true })
    expect(ops).toMatchObject({ state: 'approved' })
    expect(ops).not.toHaveProperty('impossible')
  })
  test('it depends on who is in a team that nobody could read', async () => {
    const { state, roles: [db] } = await ask({ reviews: approved('dan', 'bob') })
    expect(state).toBe('undecided')
    expect(db).toMatchObject({ state: 'undecided', missing: 1, unknownTeams: ['acme/data'] })
  })
  test('but not where too few approved for it to matter', async () => {
    expect((await ask({ reviews: [] })).roles[0]).toMatchObject({ state: 'missing', unknownTeams: [] })
    expect((await ask({ author: 'dan', reviews: approved('dan') })).roles[0]).toMatchObject({ state: 'missing' })
  })
  test('somebody else does not count', async () => {
    expect((await ask({ reviews: approved('mallory', 'bob'), teams: data })).state).toBe('missing')
  })
  test('as many as are asked for', async () => {
    expect((await ask({ reviews: approved('bob') }, two)).roles[0]).toMatchObject({ approvedBy: ['bob'], missing: 1, state: 'missing' })
    expect((await ask({ reviews: approved('bob', 'eve') }, two)).state).toBe('approved')
    expect((await ask({ author: 'eve', reviews: approved('bob') }, two)).roles[0]).toMatchObject({ missing: 1, impossible: true })
  })
  test('who asks for changes is named', async () => {
    const reviews: Review[] = [{ user: 'ada', says: 'changes-requested' }, ...approved('dan', 'bob')]
    expect(await ask({ reviews, teams: data })).toMatchObject({ state: 'approved', roles: [{ objectedBy: ['ada'] }, { objectedBy: [] }] })
  })
  test('undecided, where reviews were not read', async () => {
    expect((await ask({})).state).toBe('undecided')
  })
})
