import { render, screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { WhyDialog } from '../../../renderer/why/WhyDialog.tsx'
import { type AskedWhy, whyStore } from '../../../renderer/why/whyStore.ts'
import type { Why, WhyStep } from '../../../shared/capacity/why/why.ts'
import type { WhyReplies } from '../../../shared/ipc/whyContract.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { aPlan } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

/* What the answer says in each case. The plan of a window that is not open is at home in UTC. */

const at = toEpochMinute('2026-11-24T14:05', 'UTC')
const step: WhyStep = {
  rev: 7,
  at,
  kind: 'do',
  type: 'session/create',
  subject: 'Board call',
  client: 'Lumen',
  before: 0,
  after: 90,
  place: null,
}
const worse: WhyStep = { ...step, rev: 9, subject: 'Review', client: null, before: 90, after: 120 }
const since = { kind: 'step', step } as const

const week: AskedWhy['question'] = { start: '2026-11-23', about: { kind: 'week' } }
const deadline: AskedWhy['question'] = { start: '2026-11-23', about: { kind: 'deadline', items: ['d'] } }

let main: FakeMain
beforeEach(() => {
  main = installBridge({ plan: aPlan() })
})

function open(question: AskedWhy['question'], reply: WhyReplies['why/ask']): void {
  main.answers['why/ask'] = reply
  whyStore.setState({ asked: { question, title: 'Week 2 h over' } })
  render(<WhyDialog onClose={() => {}} />)
}

const WHEN = 'Tue 24 Nov 2026, 2:05 pm'
const cases: readonly (readonly [string, AskedWhy['question'], Why, string])[] = [
  [
    'the step that made it so',
    week,
    { short: 90, since, byTime: false, later: [] },
    `Over capacity since ${WHEN}: “Board call” was planned. 1 h 30 over.`,
  ],
  [
    'how it went on',
    deadline,
    { short: 120, since, byTime: false, later: [worse] },
    `Impossible since ${WHEN}: “Board call” was planned. 1 h 30 short then, 2 h now.`,
  ],
  [
    'that time has done the rest',
    deadline,
    { short: 90, since, byTime: true, later: [] },
    `${WHEN}: “Board call” was planned. It still fitted then; the time that has passed since is what it lacks. 1 h 30 short.`,
  ],
  [
    'that time alone did it',
    deadline,
    { short: 60, since: { kind: 'before', at, short: 60 }, byTime: true, later: [] },
    `No change that is kept made it so: on ${WHEN} it still fitted. The time that has passed since did. 1 h short.`,
  ],
  [
    'that the history ends before',
    week,
    { short: 120, since: { kind: 'before', at, short: 90 }, byTime: false, later: [worse] },
    `It was over capacity already on ${WHEN}, where the history that is kept begins. 1 h 30 over then, 2 h now.`,
  ],
  [
    'that there is no history',
    week,
    { short: 60, since: { kind: 'before', at: null, short: 60 }, byTime: false, later: [] },
    'No change is kept that could tell. 1 h over.',
  ],
]

it.each(cases)('tells %s', async (_name, question, why, wanted) => {
  open(question, { state: 'found', why })
  await screen.findByText((text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ') === wanted)
})

it('lists the steps with their client and what each did', async () => {
  open(week, { state: 'found', why: { short: 120, since, byTime: false, later: [worse] } })
  const list = await screen.findByRole('list', { name: 'What changed it' })
  expect([...list.children].map((row) => row.textContent?.replace(/[\u00a0\u202f\u2009]/g, ' '))).toEqual([
    `“Board call” was planned${WHEN} · Lumen+1 h 301 h 30 worse1 h 30 over`,
    `“Review” was planned${WHEN}+30 min30 min worse2 h over`,
  ])
})

it('says that it fits where it does, and stops asking when it closes', async () => {
  open(week, { state: 'fits' })
  await screen.findByText('It fits now.')
  expect(main.requests.at(-1)).toEqual({ name: 'why/ask', payload: week })
})
