import { describe, expect, test } from 'vitest'
import { fileInTar } from '../../../electron/runtime/olderTypes.mjs'
import { sumOf, tallyLine, tallyOf } from '../../../electron/runtime/tally.mjs'

const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
const unloadedFile = { status: 'failed', assertionResults: [] }

describe('the count of a test run', () => {
  test.each([
    [
      'counts what the report counts',
      { numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 },
      true,
      [3, 0, 2],
    ],
    [
      'counts failures once',
      { numPassedTests: 1, numFailedTests: 1, testResults: [failedTest] },
      false,
      [1, 1, 0],
    ],
    [
      'counts a file that could not be loaded',
      { numPassedTests: 1, testResults: [unloadedFile] },
      false,
      [1, 1, 0],
    ],
    ['counts a run that failed without saying what', { numPassedTests: 5 }, false, [5, 1, 0]],
    ['counts a run without a report as a failure', undefined, false, [0, 1, 0]],
    ['counts a lost report as a failure', undefined, true, [0, 1, 0]],
  ])('%s', (_, report, isOk, [passed, failed, skipped]) => {
    expect(tallyOf(report, isOk)).toEqual({ passed, failed, skipped })
  })

  test('is summed and printed as one line, which names skipped tests only when there are any', () => {
    const one = { passed: 2, failed: 0, skipped: 0 }
    expect(tallyLine(sumOf([one, one]))).toBe('4 passed, 0 failed')
    expect(tallyLine(sumOf([one, { passed: 0, failed: 1, skipped: 3 }]))).toBe(
      '2 passed, 1 failed, 3 skipped',
    )
    expect(tallyLine(sumOf([]))).toBe('0 passed, 0 failed')
  })
})

describe('a file in a tar archive', () => {
  const entry = (name: string, text: string) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${text.length.toString(8).padStart(11, '0')} `, 124)
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512)
    body.write(text)
    return Buffer.concat([header, body])
  }
  const tar = Buffer.concat([
    entry('a', 'x'.repeat(512)),
    entry('b', ''),
    entry('c', 'found'),
    Buffer.alloc(1024),
  ])

  test.each([
    ['a', 'x'.repeat(512)],
    ['b', ''],
    ['c', 'found'],
  ])('%s is found with its exact content', (name, text) => {
    expect(fileInTar(tar, name)?.toString()).toBe(text)
  })

  test('that is not there, or not whole, is undefined', () => {
    expect(fileInTar(tar, 'd')).toBeUndefined()
    expect(fileInTar(Buffer.alloc(0), 'a')).toBeUndefined()
  })
})
