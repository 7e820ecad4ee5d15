import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { zoneProjects } from './test/support/zones.ts'

/** Unit and component tests, the time-dependent ones again in other zones, end-to-end tests in the real Electron, and the pictures of the README. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: availableParallelism(),
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          env: { TZ: 'UTC' },
          setupFiles: ['test/support/zone.ts'],
          testTimeout: 20_000,
        },
      },
      ...zoneProjects(),
      {
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.ts', 'test/renderer/**/*.test.tsx'],
          env: { TZ: 'UTC' },
          setupFiles: ['test/support/zone.ts', 'test/support/dom.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/e2eSession.ts'],
          setupFiles: ['test/support/e2eFile.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'bench',
          environment: 'node',
          include: ['test/bench/**/*.bench.ts'],
          globalSetup: ['test/support/e2eSession.ts'],
          setupFiles: ['test/support/e2eFile.ts'],
          testTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'tour',
          environment: 'node',
          include: ['test/tour/**/*.tour.ts'],
          globalSetup: ['test/support/e2eSession.ts'],
          setupFiles: ['test/support/e2eFile.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
