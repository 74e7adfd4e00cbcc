import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // The first test that loads the model on a busy machine of two cores needs its time.
    testTimeout: 20_000,
  },
})
