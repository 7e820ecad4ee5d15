import { defineConfig } from 'vitest/config'

/** The run that the harness's own test starts in order to kill it. */
export default defineConfig({
  test: {
    pool: 'forks',
    include: ['test/support/tinyApp/endless.test.ts'],
    globalSetup: ['test/support/e2eSession.ts'],
    setupFiles: ['test/support/e2eFile.ts'],
    testTimeout: 120_000,
  },
})
