/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{
 *   numPassedTests?: number,
 *   numFailedTests?: number,
 *   numPendingTests?: number,
 *   numTodoTests?: number,
 *   testResults?: readonly { status: string, assertionResults: readonly { status: string }[] }[],
 * }} Report what Vitest's JSON reporter writes
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * What a test run came to. A file that could not be loaded has no tests and counts as one failure; so does a run that
 * says it failed (its exit code) without naming a failure, or that left no report.
 * @param {Report | undefined} report
 * @param {boolean} isOk whether the run's exit code was 0
 * @returns {Tally}
 */
export function tallyOf(report, isOk) {
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  const failed = (report?.numFailedTests ?? 0) + unloaded.length
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && (!isOk || !report) ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

/**
 * The sum of tallies.
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    nothing,
  )
}

/**
 * The line that ends a run: `12 passed, 0 failed`, and `, 1 skipped` when any was.
 * @param {Tally} tally
 */
export function tallyLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
