import { expect, test, vi } from 'vitest'
import { beforeEnding } from '../../src/adapters/ending.ts'

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('%s ends the run behind what has to be done first', (signal) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const last = vi.fn(() => { expect(kill).not.toHaveBeenCalled() })
  const listeners = process.listenerCount(signal)
  try {
    beforeEnding(last)
    process.emit(signal, signal)
    expect(last).toHaveBeenCalledOnce()
    expect(kill).toHaveBeenCalledWith(process.pid, signal)
    beforeEnding(last)()
    expect(process.listenerCount(signal)).toBe(listeners)
  } finally {
    kill.mockRestore()
  }
})
