import { describe, expect, test } from 'vitest'
import { defaultsOf, RULE_SETTINGS, ruleConfig, type ConfigurableRule } from '../../src/core/rule-settings.ts'
import { RULES } from '../../src/core/rules.ts'
import { ENVIRONMENT_RULES } from '../../src/stages/consistency/consistency.ts'
import { concernsIn, rulesOf } from './run.ts'

const CONSISTENCY = Object.keys(RULES).filter((rule) => rule.startsWith('consistency/')) as ConfigurableRule[]

describe('the configuration of rules', () => {
  test('is there for each of the group', () => {
    expect(Object.keys(RULE_SETTINGS).filter((rule) => rule.startsWith('consistency/')).sort()).toEqual([...CONSISTENCY].sort())
    expect(CONSISTENCY).toEqual(expect.arrayContaining([...ENVIRONMENT_RULES]))
  })

  test('no pointer among the defaults is empty', () => {
    const pointers = JSON.stringify(CONSISTENCY.map((rule) => defaultsOf(RULE_SETTINGS[rule])))
    expect(pointers).not.toContain('[]')
  })

  test('says a severity, or off, or no more than its settings', () => {
    const rules = rulesOf('{consistency/capacity: off, consistency/gpu-memory: error, consistency/environment: {severity: note}, consistency/port-conflict: {}}')
    const severities = CONSISTENCY.map((rule) => [rule.slice('consistency/'.length), ruleConfig(rules, rule).severity] as const)
    expect(Object.fromEntries(severities.filter(([, severity]) => severity !== undefined))).toEqual({ 'capacity': 'off', 'gpu-memory': 'error', 'environment': 'note' })
  })

  test('keeps the settings that it does not name', () => {
    const rules = rulesOf('{consistency/deployment-limits: {memory: /mem, limits: {cpu: /limits/cpu, gpu: }, kinds: }}')
    const defaults = ruleConfig({}, 'consistency/deployment-limits').settings
    expect(ruleConfig(rules, 'consistency/deployment-limits').settings).toEqual({
      ...defaults, memory: ['mem'], limits: { ...defaults.limits, cpu: ['limits', 'cpu'] },
    })
  })

  test('replaces lists and pairs as a whole', () => {
    const rules = rulesOf("{consistency/limit-below-request: {limits: {/most: /least, '/a~1b': /c}}, consistency/environment: {fields: {/stage: [/labels/stage, /name]}}}")
    expect(ruleConfig(rules, 'consistency/limit-below-request').settings.limits).toEqual([[['most'], ['least']], [['a/b'], ['c']]])
    expect(ruleConfig(rules, 'consistency/environment').settings.fields).toEqual([{ field: ['stage'], sources: [['labels', 'stage'], ['name']] }])
  })
})

test('all off, nothing is looked at', () => {
  const rules = `{${CONSISTENCY.map((rule) => `${rule}: off`).join(', ')}}`
  const documents = { 'services/a': { environment: 'staging', resources: { gpu_enabled: true } } }
  expect(concernsIn(documents)).toHaveLength(2)
  expect(concernsIn(documents, { rules })).toEqual([])
})
