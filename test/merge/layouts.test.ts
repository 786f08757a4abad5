import { describe, expect, it } from 'vitest'
import { showLocation } from '../../src/core/place.ts'
import { checkFiles } from '../helpers/memory.ts'

/** Findings of a whole repository, as `file:line:column rule`. */
async function findings(files: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>> = {}) {
  const { findings: found } = await checkFiles(files, variables)
  return found.map(({ location, severity, rule }) => `${showLocation(location)} ${severity} ${rule}`)
}

describe('layers whose environment and name are in their content', () => {
  const layout = (entry: string) => `environments: [dev, prod]\nlayout: [{path: 'x.yaml', kind: a, stream: true, ${entry}}]\n`

  it('may be of one environment or of several', async () => {
    const text = 'on: [dev, prod]\nport: 1\n---\non: dev\nport: 2\n---\non:\n  - dev\n'
    expect(await findings({ 'cairn.yaml': layout('name: x, environment: {at: /on}'), 'x.yaml': text })).toEqual([])
    const elsewhere = await findings({ 'cairn.yaml': layout('name: x, environment: {at: /off}'), 'x.yaml': text })
    expect(elsewhere).toEqual(['x.yaml:4:5 warning merge/kind-change', 'x.yaml:8:3 warning merge/kind-change'])
  })

  it('may name none, above one that does', async () => {
    const text = 'port: 1\n---\nenv: {on: null}\nport: 2\n---\nenv: {on: dev}\n'
    expect(await findings({ 'cairn.yaml': layout('name: x, environment: {at: /env/on}'), 'x.yaml': text })).toEqual([])
  })

  it('are read below `at`', async () => {
    const text = 'all: {on: [dev, prod], x: 1}\n---\nall: {on: dev, x: [1]}\n'
    const files = { 'cairn.yaml': layout('name: x, at: /all, environment: {at: /on}'), 'x.yaml': text }
    expect(await findings(files)).toEqual(['x.yaml:3:19 warning merge/kind-change'])
  })

  it('may have a name where a layer of every document has something else', async () => {
    const files = {
      'cairn.yaml': `environments: [dev]\nlayout:\n- {path: all.yaml, kind: a, name: '*'}\n- {path: x.yaml, kind: a, name: {at: /name}}\n`,
      'all.yaml': 'name: {first: x}\n',
      'x.yaml': 'name: x\n',
    }
    expect(await findings(files)).toEqual([])
  })
})

describe('layers of every document of a kind that has none', () => {
  it('are read all the same, in any format, and their entry is told', async () => {
    const files = {
      'cairn.yaml': `environments: [dev]\nlayout:\n- {path: 'all.{ext}', kind: a, name: '*'}\n- {path: 'b/{name}.yaml', kind: b}\n`,
      'all.toml': 'x = \n',
      'b/x.yaml': 'a: 1\n',
    }
    expect(await findings(files)).toEqual(['all.toml:1:4 error parse/syntax', 'cairn.yaml:3:3 warning discover/unused-entry'])
  })
})

describe('a run variable that points into a list', () => {
  const config = 'environments: [dev, prod]\nlayout: [{path: "{name}.yaml", kind: a}]\nvariables: {FIRST: a/x#/l/0, PORT: a/x#/port}\n'
  const files = { 'cairn.yaml': config, 'x.yaml': 'l: [1]\nport: 1\n' }

  it('is a mistake where cairn.yaml maps it, told once', async () => {
    const { findings: found } = await checkFiles(files, { FIRST: 'secretive', PORT: '2' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ rule: 'config/bad-value', severity: 'error', environments: ['dev', 'prod'] })
    expect(found[0]?.location).toMatchObject({ file: 'cairn.yaml', line: 3, column: 20 })
    expect(found[0]?.related.map(({ location }) => showLocation(location))).toEqual(['x.yaml:1:4'])
    expect(found[0]?.message).not.toContain('secretive')
  })

  it('is none while it is not set', async () => {
    expect(await findings(files, { PORT: '2' })).toEqual([])
  })
})
