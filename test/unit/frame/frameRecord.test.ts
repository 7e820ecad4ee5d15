import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { frameLeft } from '../../../electron/frame/frameLeft.ts'
import { framePage } from '../../../electron/frame/framePage.ts'
import { FRAME_FILE, type FrameRecord, frameToShow, readFrame } from '../../../electron/frame/frameRecord.ts'
import { planMark } from '../../../electron/frame/planMark.ts'

const record: FrameRecord = {
  version: 1,
  plan: 'journal.jsonl 10 1',
  surroundings: 'here',
  valid: { from: 1000, until: 8000 },
  today: { from: 2000, until: 3000 },
  menus: ['File'],
  html: '<b aria-current="date">24</b><b>25</b>',
  css: '.frame-0{width:1px!important}',
}
const asIs = { surroundings: 'here', now: 2500 }

describe('a picture of the last week', () => {
  test('is shown where nothing has changed', () => {
    expect(frameToShow(record, asIs)).toEqual({ html: record.html, css: record.css, menus: ['File'] })
  })

  test('marks no today on another day of its week', () => {
    expect(frameToShow(record, { ...asIs, now: 3000 })?.html).toBe('<b>24</b><b>25</b>')
  })

  test.each([
    ['the window or the desktop is another', { surroundings: 'there' }],
    ['the week is over', { now: 8000 }],
    ['the clock was set back to before it', { now: 999 }],
  ])('is not shown where %s', (_why, change) => {
    expect(frameToShow(record, { ...asIs, ...change })).toBeNull()
  })

  test('is read back as it was kept; anything else is none', () => {
    expect(readFrame(JSON.stringify(record))).toEqual(record)
    const broken = [null, '', '{', '[]', 'null', '1']
    const lacking = Object.keys(record).map((name) => JSON.stringify({ ...record, [name]: undefined }))
    const wrong = [{ valid: { from: 1 } }, { today: 'x' }, { version: 2 }, { menus: [1] }, { html: 5 }]
    for (const text of [
      ...broken,
      ...lacking,
      ...wrong.map((change) => JSON.stringify({ ...record, ...change })),
    ])
      expect(readFrame(text)).toBeNull()
  })

  test('stands in its page, after its styles, whatever it says', () => {
    const page = '<body><div id="root"></div><div id="frame" inert aria-hidden="true"></div></body>'
    expect(framePage(page, { html: '<b>$& $1</b>', css: '' })).toBe(
      '<body><div id="root"></div><link rel="stylesheet" href="/frame.css" />' +
        '<div id="frame" inert aria-hidden="true"><b>$& $1</b></div></body>',
    )
  })
})

test('a picture is of a plan as long as nothing is written to its files', () => {
  const userData = mkdtempSync(join(tmpdir(), 'headroom-frame-'))
  const plan = join(userData, 'plan')
  mkdirSync(plan)
  writeFileSync(join(plan, 'practice.json'), '{}')
  const keep = () =>
    writeFileSync(join(userData, FRAME_FILE), JSON.stringify({ ...record, plan: planMark(plan) }))
  expect(frameLeft(userData)).toBeNull()
  keep()
  expect(frameLeft(userData)).toMatchObject({ html: record.html })
  // Who has it open is none of the plan.
  writeFileSync(join(plan, 'open'), 'here')
  expect(frameLeft(userData)).not.toBeNull()
  writeFileSync(join(plan, 'journal.jsonl'), 'a line')
  expect(frameLeft(userData)).toBeNull()
  keep()
  expect(frameLeft(userData)).not.toBeNull()
  writeFileSync(join(userData, 'vault.json'), '{}')
  expect(frameLeft(userData)).toBeNull()
  rmSync(userData, { recursive: true })
})
