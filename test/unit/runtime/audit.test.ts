import { describe, expect, test } from 'vitest'
import { allowed, openFindings, readFindings } from '../../../electron/runtime/findings.mjs'
import { knownHoles } from '../../../electron/runtime/knownHoles.mjs'

const at = (uri: string) => [{ physicalLocation: { artifactLocation: { uri } } }]
const sarif = JSON.stringify({
  version: '2.1.0',
  runs: [
    {
      results: [
        { ruleId: 'CSP_GLOBAL_CHECK', locations: at('file:///') },
        { ruleId: 'PRELOAD_JS_CHECK', locations: at('electron\\window\\mainWindow.ts') },
      ],
    },
  ],
})

describe('what electronegativity finds', () => {
  test('is read from what it writes', () => {
    expect(readFindings(sarif)).toEqual([
      { check: 'CSP_GLOBAL_CHECK', file: 'file:///' },
      { check: 'PRELOAD_JS_CHECK', file: 'electron/window/mainWindow.ts' },
    ])
    expect(() => readFindings('{}')).toThrow('not what electronegativity writes')
  })

  test('is open unless it is explained, at its place; an explanation of nothing is open too', () => {
    const known = [
      { check: 'CSP_GLOBAL_CHECK', file: 'file:///' },
      { check: 'PRELOAD_JS_CHECK', file: 'electron/other.ts' },
    ]
    expect(openFindings(readFindings(sarif), known)).toEqual([
      'electronegativity finds PRELOAD_JS_CHECK in electron/window/mainWindow.ts',
      'electronegativity no more finds PRELOAD_JS_CHECK in electron/other.ts: take it off the list',
    ])
    expect(openFindings(allowed, allowed)).toEqual([])
  })
})

describe('known holes', () => {
  test('are what npm’s audit lists', () => {
    const report = { vulnerabilities: { left: { severity: 'high', range: '<1.2.3' } } }
    expect(knownHoles(JSON.stringify(report))).toEqual(['left <1.2.3 has a known hole (high)'])
    expect(knownHoles('{"vulnerabilities":{}}')).toEqual([])
  })

  test('were not looked up where npm could not ask', () => {
    expect(knownHoles('')).toBeNull()
    expect(knownHoles('{"message":"405 Method Not Allowed","error":{}}')).toBeNull()
    expect(knownHoles('npm error audit endpoint returned an error')).toBeNull()
  })
})
