import { appendFileSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Memory } from '../../../electron/reminders/memory.ts'
import { ReminderRecorder } from '../../../electron/reminders/recorder.ts'
import { RemindersLog } from '../../../electron/reminders/remindersLog.ts'
import type { LogEntry } from '../../../shared/reminders/remindersLog.ts'

const newPath = () => join(mkdtempSync(join(tmpdir(), 'headroom-')), 'reminders.log')

const entry = (i: number): LogEntry => ({
  at: 29_000_000 + i,
  due: 29_000_000 + i,
  key: `s${i}|10`,
  kind: 'session',
  title: `Session ${i}`,
  client: 'Northwind',
  outcome: 'shown',
  why: 'in-time',
})

describe('[Q5] the log of reminders', () => {
  it('gives back the newest first, over a restart, readable by its owner alone', () => {
    const path = newPath()
    new RemindersLog(path, () => {}).add([entry(1), entry(2)])
    const again = new RemindersLog(path, () => {})
    again.add([entry(3)])
    expect(again.read().map(({ key }) => key)).toEqual(['s3|10', 's2|10', 's1|10'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('passes over lines that a crash cut off or that nobody knows', () => {
    const path = newPath()
    const log = new RemindersLog(path, () => {})
    log.add([entry(1)])
    appendFileSync(path, '{"at":1,\n\n{"outcome":"shown"}\nnull\n')
    log.add([entry(2)])
    expect(log.read().map(({ key }) => key)).toEqual(['s2|10', 's1|10'])
  })

  it('is bounded, however much is added', () => {
    const path = newPath()
    const log = new RemindersLog(path, () => {})
    for (let i = 0; i < 12_000; i += 200) log.add(Array.from({ length: 200 }, (_, j) => entry(i + j)))
    const bytes = statSync(path).size + statSync(`${path}.1`).size
    expect(bytes).toBeLessThan(2 * (512 * 1024 + 64 * 1024))
    expect(log.read()).toHaveLength(2000)
    expect(log.read()[0]).toEqual(entry(11_999))
  })

  it('a disk that refuses is told, and no reminder waits for it', () => {
    const faults: string[] = []
    const log = new RemindersLog('/nowhere/at/all/reminders.log', (where) => faults.push(where))
    log.add([entry(1)])
    expect([log.read(), faults]).toEqual([[], ['reminders: log']])
  })

  it('what happens to a reminder later carries its names', () => {
    const path = newPath()
    const log = new RemindersLog(path, () => {})
    const recorder = new ReminderRecorder(log)
    recorder.decided([entry(1)])
    recorder.putOff(['s1|10', 'unknown'], 29_000_005, 29_000_015)
    recorder.refused(['s1|10'], 29_000_015)
    expect(log.read().map(({ title, outcome, why, due }) => [title, outcome, why, due])).toEqual([
      ['Session 1', 'in-window', 'refused', 29_000_001],
      ['Session 1', 'put-off', 'asked', 29_000_015],
      ['Session 1', 'shown', 'in-time', 29_000_001],
    ])
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4)
  })
})

describe('the ledger of an older Headroom', () => {
  it('is read as it stands: it held nothing back', () => {
    const faults: string[] = []
    const text =
      '{"version":1,"ledger":{"checkedTo":29663000,"handled":{"a|10":{"due":29662990,"how":"shown"}},"snoozed":{"a|10":29663005},"quietUntil":null},"told":{"tray":true,"minimised":false}}'
    const memory = new Memory({ read: () => text, write: async () => {} }, (where) => faults.push(where))
    expect([faults, memory.get().ledger]).toEqual([
      [],
      {
        checkedTo: 29_663_000,
        handled: { 'a|10': { due: 29_662_990, how: 'shown' } },
        held: {},
        snoozed: { 'a|10': 29_663_005 },
        quietUntil: null,
      },
    ])
  })
})
