import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    exclude: ['test/smoke/**'],
    testTimeout: 30_000,
    // Vitest leaves a processor free, which on two of them is half.
    maxWorkers: '100%',
    restoreMocks: true,
  },
})
