/**
 * What `npm audit --json` says of packages with known holes: a sentence each, or null where it could not ask.
 * @param {string} output
 * @returns {string[] | null}
 */
export function knownHoles(output) {
  /** @type {unknown} */
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return null
  }
  if (typeof report !== 'object' || report === null || !('vulnerabilities' in report)) return null
  const found = /** @type {Record<string, { severity?: string, range?: string }>} */ (report.vulnerabilities)
  return Object.entries(found).map(
    ([name, { severity = 'unknown', range = '*' }]) => `${name} ${range} has a known hole (${severity})`,
  )
}
