import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    exclude: ['test/smoke/**'],
    testTimeout: 30_000,
    restoreMocks: true,
  },
})
