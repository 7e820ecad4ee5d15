/** The zones besides UTC in which everything that knows about time is tested: both signs, half hours, half-hour DST. */
export const otherZones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** The folders of test/unit whose tests run in every zone. */
export const zonedFolders = ['time', 'exchange', 'capacity', 'reminders', 'quickAdd', 'timer']

/** What lies in these folders but knows minutes only, and no clock. */
const zoneless = ['test/unit/capacity/work/**']

/** A Vitest project for each of the other zones. */
export function zoneProjects() {
  return otherZones.map((zone) => ({
    test: {
      name: zone,
      environment: 'node',
      include: zonedFolders.map((folder) => `test/unit/${folder}/**/*.test.ts`),
      exclude: zoneless,
      env: { TZ: zone },
      setupFiles: ['test/support/zone.ts'],
      testTimeout: 20_000,
    },
  }))
}
