import { describe, expect, it } from 'vitest'
import { actOn } from '../../../electron/desktop/messageActs.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Message } from '../../../shared/reminders/message.ts'
import type { MessageAct } from '../../../shared/reminders/messageActions.ts'
import { markDone } from '../../../shared/timesheet/markDone.ts'
import { anEntry, aPlan, aSession } from '../../support/builders.ts'

const weekly = { rule: 'FREQ=WEEKLY', except: [], extra: [], changed: {} }
const call = aSession({ id: 'call', title: 'Board call', start: '2026-11-24T10:30', minutes: 45 })
const confirmed = anEntry({ id: 'e', session: { sessionId: 'call', original: null } })
const done: MessageAct = { do: 'done', occurrence: 'call' }
const message: Message = { title: 'Board call', body: '', about: null, keys: ['call|10'], until: 0 }

/** What an act does, told as it happens. */
async function told(plan: Plan, act: MessageAct, refuses = false) {
  const heard: string[] = []
  const parts = {
    plan: () => plan,
    execute: async (command: Command) => {
      heard.push(command.type)
      return refuses
        ? ({ ok: false, refusal: { path: [], code: 'period-closed', params: {} } } as const)
        : ({ ok: true, rev: 1 } as const)
    },
    window: {
      show: () => heard.push('window'),
      send: (_name: string, to: unknown) => heard.push(JSON.stringify(to)),
    },
    fault: () => heard.push('fault'),
  }
  const acted = {
    parts,
    scheduler: {
      snooze: (keys: readonly string[], minutes: number) => heard.push(`snooze ${keys.join()} ${minutes}`),
    },
    timer: {
      start: ({ note }: { note: string }) => heard.push(`start ${note}`),
      stop: () => heard.push('stop'),
    },
  }
  actOn(message, act, acted as unknown as Parameters<typeof actOn>[2])
  await new Promise((resume) => setImmediate(resume))
  return heard
}

const running = (original: string | null): Plan => {
  const plan = aPlan({ sessions: [call] })
  const timer = {
    entryId: 't',
    engagementId: null,
    deliverableId: null,
    areaId: null,
    note: '',
    billable: false,
    keptThrough: null,
    startedAt: '2026-11-24T09:00:00Z',
    zone: 'UTC',
    session: { sessionId: 'call', original },
  }
  return { ...plan, practice: { ...plan.practice, timer } }
}

describe('the buttons of a reminder', () => {
  it('each does what it says', async () => {
    const plan = aPlan({ sessions: [call] })
    expect(await told(plan, { do: 'snooze', minutes: 15 })).toEqual(['snooze call|10 15'])
    expect(await told(plan, { do: 'timer', occurrence: 'call' })).toEqual(['start Board call'])
    expect(await told(plan, done)).toEqual(['entry/put'])
  })

  it('what was decided already is left alone, what is gone from the plan brings up the window', async () => {
    expect(await told(aPlan({ sessions: [call], entries: [confirmed] }), done)).toEqual([])
    expect(await told(aPlan({}), done)).toEqual([])
    expect(await told(aPlan({}), { do: 'timer', occurrence: 'call' })).toEqual(['window'])
  })

  it('done stops a timer that runs for the session, which would count it twice, and no other', async () => {
    expect(await told(running(null), done)).toEqual(['stop'])
    expect(await told(running('2026-11-24T10:30'), done)).toEqual(['entry/put'])
  })

  it('a refusal brings up the day to be confirmed', async () => {
    const plan = aPlan({ sessions: [call] })
    expect(await told(plan, done, true)).toEqual([
      'entry/put',
      'window',
      '{"to":"action","id":"time.confirm"}',
    ])
  })
})

describe('what done writes', () => {
  it('one occurrence of a series, as it was planned', () => {
    const series = aSession({ ...call, recurrence: weekly })
    const command = markDone(aPlan({ sessions: [series] }), 'call@2026-12-01T10:30', 'new')
    expect(command).toMatchObject({
      type: 'entry/put',
      entries: [
        {
          id: 'new',
          day: '2026-12-01',
          start: '2026-12-01T10:30',
          minutes: 45,
          session: { sessionId: 'call', original: '2026-12-01T10:30' },
        },
      ],
    })
  })

  it('nothing for an occurrence that the series does not have', () => {
    const plan = aPlan({ sessions: [aSession({ ...call, recurrence: weekly })] })
    for (const key of ['call', 'call@2026-12-02T10:30', 'other'])
      expect(markDone(plan, key, 'new')).toBeNull()
  })
})
