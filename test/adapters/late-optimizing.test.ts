import { execFileSync } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { describe, expect, test, vi } from 'vitest'
import { hostNode } from '../../scripts/host-node.ts'
import { COUNTS, optimizeLater } from '../../src/adapters/late-optimizing.ts'

vi.mock('node:v8', () => ({ setFlagsFromString: vi.fn() }))

const programs = [process.execPath, hostNode()]

describe.each(programs)('%s', (program) => {
  const says = (...args: readonly string[]): string => execFileSync(program, args, { encoding: 'utf8' })
  const release = says('-p', 'process.versions.v8').split('.', 2).join('.')
  const options = says('--v8-options')

  test.runIf(release in COUNTS)('knows every count by its name, and counts to less by itself', () => {
    for (const count of COUNTS[release] as readonly string[]) {
      const [name, value] = count.split('=') as [string, string]
      const byDefault = new RegExp(String.raw`type: int\s+default: ${name}=(\d+)$`, 'm').exec(options)
      expect(Number(byDefault?.[1]), count).toBeLessThan(Number(value))
    }
  })
})

test('the tools run on a Node.js whose V8 was measured', () => {
  optimizeLater()
  expect(vi.mocked(setFlagsFromString).mock.calls.length).toBeGreaterThan(0)
})

test('a V8 that was not measured is left as it is', () => {
  vi.mocked(setFlagsFromString).mockClear()
  const { versions } = process
  Object.defineProperty(process, 'versions', { value: { ...versions, v8: '99.9.1' }, configurable: true })
  try {
    optimizeLater()
  } finally {
    Object.defineProperty(process, 'versions', { value: versions, configurable: true })
  }
  expect(setFlagsFromString).not.toHaveBeenCalled()
})
