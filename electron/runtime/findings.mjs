/** @typedef {{ check: string, file: string }} Finding */

/**
 * What electronegativity finds and is right: it asks for a review. Anything else that it finds, and any of these that it
 * finds no more, is a fault.
 * @type {readonly (Finding & { why: string })[]}
 */
export const allowed = [
  {
    check: 'CSP_GLOBAL_CHECK',
    file: 'file:///',
    why: 'it looks for a policy in HTML; ours is a header of every answer (electron/protocol/contentPolicy.ts)',
  },
  ...['electron/documents/documentWindow.ts', 'electron/window/mainWindow.ts'].flatMap((file) => [
    {
      check: 'AUXCLICK_JS_CHECK',
      file,
      why: 'a middle click asks for a window, and every page is refused one (electron/security/contentsGuard.ts)',
    },
    {
      check: 'BLINK_FEATURES_JS_CHECK',
      file,
      why: 'it is named in order to be empty',
    },
    {
      check: 'PRELOAD_JS_CHECK',
      file,
      why: 'the bridge is reviewed: three functions for the names of a list (electron/preload.ts)',
    },
  ]),
  {
    check: 'OPEN_EXTERNAL_JS_CHECK',
    file: 'electron/security/externalLinks.ts',
    why: 'the one place that does, for web and mail addresses alone',
  },
  {
    check: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'electron/start/starts.ts',
    why: 'its links lead to places of a fixed list and change nothing (shared/links/links.ts)',
  },
]

/**
 * @typedef {{ ruleId: string, locations?: { physicalLocation?: { artifactLocation?: { uri?: string } } }[] }} Result
 */

/**
 * The findings in a file that electronegativity writes as SARIF (OASIS, 2.1.0).
 * @param {string} sarif
 * @returns {readonly Finding[]}
 */
export function readFindings(sarif) {
  /** @type {{ runs?: { results?: readonly Result[] }[] }} */
  const { runs } = JSON.parse(sarif)
  const results = runs?.[0]?.results
  if (results === undefined) throw new Error('not what electronegativity writes')
  return results.map(({ ruleId, locations }) => ({
    check: ruleId,
    file: (locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '').replaceAll('\\', '/'),
  }))
}

/**
 * What was found and is not explained, and what is explained and was not found; a sentence each.
 * @param {readonly Finding[]} found
 * @param {readonly Finding[]} known
 * @returns {string[]}
 */
export function openFindings(found, known) {
  const isSame = (/** @type {Finding} */ one) => (/** @type {Finding} */ other) =>
    one.check === other.check && one.file === other.file
  return [
    ...found
      .filter((one) => !known.some(isSame(one)))
      .map(({ check, file }) => `electronegativity finds ${check} in ${file}`),
    ...known
      .filter((one) => !found.some(isSame(one)))
      .map(({ check, file }) => `electronegativity no more finds ${check} in ${file}: take it off the list`),
  ]
}
