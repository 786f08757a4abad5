import { expect, test } from 'vitest'
import { check, compare, dependents, diff, environments, explain, Failure, load, order, render, review } from '../../src/index.ts'
import { repository } from '../helpers/repository.ts'

const FILES = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/dev/environment.yaml': 'inherits: base\n',
  'environments/prod/environment.yaml': 'inherits: base\n',
  'environments/base/services/api.yaml': 'port: 80\nlog: info\n',
  'environments/prod/services/api.yaml': 'log: warning\n',
}

test('the library answers what the command line answers', async () => {
  const repo = repository(FILES)
  const base = repo.commit()
  repo.write({ 'environments/base/services/api.yaml': 'port: 81\nlog: debug\n' })
  const [before, now] = [await load(repo.root, { at: base }), await load(repo.root)]

  expect((await check(now)).findings).toEqual([])
  const rendered = []
  for await (const one of render(now, { environments: ['prod'] })) rendered.push(one)
  expect(rendered).toEqual([{ environment: 'prod', document: 'services/api', value: { port: 81, log: 'warning' } }])

  const { value, said } = await explain(now, { environment: 'prod', document: 'services/api', pointer: '/log' })
  expect([value, said.map(({ effect }) => effect)]).toEqual(['warning', ['sets', 'shadowed']])

  const { changes, shadowed } = await diff(before, now)
  expect(changes.map(({ tokens, environments: where }) => [tokens, where])).toEqual([
    [['port'], ['dev', 'prod']],
    [['log'], ['dev']],
  ])
  expect(shadowed.map(({ tokens, environments: where }) => [tokens, where])).toEqual([[['log'], ['prod']]])

  expect((await compare(now, 'dev', 'prod')).changes).toHaveLength(1)
  expect(environments(now).environments.map(({ name }) => name)).toEqual(['base', 'dev', 'prod'])
})

test('the library reviews a change as a pull request gets it', async () => {
  const repo = repository({
    ...FILES,
    'cairn.yaml': 'presence: inherited\n',
    'environments/prod/environment.yaml': 'inherits: base\nprotected: true\n',
    'environments/base/services/db.yaml': 'tls: {enabled: true}\n',
    'access.yaml': 'roles: {operations: ["@bob"]}\nrules: [{protected: true, roles: [operations]}]\n',
  })
  const base = repo.commit()
  repo.write({ 'environments/base/services/db.yaml': 'tls: {enabled: false}\n' })
  const [before, now] = [await load(repo.root, { at: base }), await load(repo.root)]

  const found = await review(before, now, { people: { author: 'ada', reviews: [{ user: 'bob', says: 'approved' }] } })
  expect(found.dangers.findings.map(({ rule, location }) => [rule, location.file, location.line])).toEqual([['danger/encryption-off', 'environments/base/services/db.yaml', 1]])
  expect(found.environments.map(({ name, protected: isProtected, changed, risky }) => [name, isProtected, changed, risky])).toEqual([['prod', true, 1, 1], ['dev', false, 1, 1]])
  expect(found.changes.map(({ tokens, risky }) => [tokens, risky])).toEqual([[['tls', 'enabled'], true]])
  expect(found.access?.state).toBe('approved')
  expect(found.comparison.base).toBe(base)

  const asked = await review(before, now, { environments: ['dev'] })
  expect([asked.environments.map(({ name }) => name), asked.access?.demands]).toEqual([['dev'], []])
  expect((await review(before, now)).access?.state).toBe('undecided')
  await expect(review(before, now, { environments: ['nowhere'] })).rejects.toBeInstanceOf(Failure)
})

test('the library tells the order of starting, and who depends on what', async () => {
  const now = await load(
    repository({
      'schemas/services.yaml': 'properties: {needs: {items: {x-ref: {kind: services, acyclic: true}}}}\n',
      'environments/prod/services/api.yaml': 'needs: [db]\n',
      'environments/prod/services/db.yaml': 'port: 80\n',
    }).root,
  )
  expect((await order(now, 'prod')).levels).toEqual([['services/db'], ['services/api']])
  const found = await dependents(now, { environment: 'prod', document: 'services/db' })
  expect(found.dependents.map(({ document, references }) => [document, references.map(({ pointer }) => pointer)])).toEqual([['services/api', ['/needs/0']]])
})

test('a question that was asked wrongly is a Failure, one of the library a TypeError', async () => {
  const repo = repository(FILES)
  await expect(load(repo.root, { at: 'nonsense' })).rejects.toBeInstanceOf(Failure)
  const now = await load(repo.root)
  await expect(compare(now, 'dev', 'prdo')).rejects.toMatchObject({ said: 'there is no environment prdo', exit: 'usage' })
  expect(() => environments({} as typeof now)).toThrow(TypeError)
})

test('asking twice gives the same answer: nothing is remembered between questions', async () => {
  const now = await load(repository({ ...FILES, 'environments/prod/services/api.yaml': 'lgo: null\n' }).root)
  expect(await check(now)).toEqual(await check(now))
})
