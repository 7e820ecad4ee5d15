import { expect, test } from 'vitest'
import { noHolidays } from '../../../../shared/capacity/holidays.ts'
import { placeRest } from '../../../../shared/capacity/placing/placeRest.ts'
import { toEpochMinute } from '../../../../shared/time/zone.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  aPattern,
  aPlan,
  aRetainer,
  HOME,
} from '../../../support/builders.ts'

/*
 * On Sunday and Monday six hours each. A minute is due on Sunday and seven and a half hours on Monday; blocks take 45 to
 * 90 minutes. Blocks that fill the Sunday leave the minute no place, and the hours of the retainer may wait.
 */
test('where firm work must leave room for other firm work, promised time makes room for it in turn', () => {
  const hours = [{ from: 0, to: 360 }]
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement({ pays: aRetainer({ minutes: 1500, resetDay: 25 }) })],
    deliverables: [
      aDeliverable({ id: 'minute', release: '2026-11-28', due: '2026-11-29', remainingMinutes: 1 }),
      aDeliverable({ id: 'hours', due: '2026-11-30', remainingMinutes: 450 }),
    ],
    patterns: [aPattern({ week: [hours, [], [], [], [], [], hours] })],
    settings: {
      reserveMinutes: 0,
      changeoverMinutes: 0,
      blocks: { shortest: 45, longest: 90, usableOnly: false },
    },
  })
  const now = toEpochMinute('2026-11-23T06:00', HOME)
  let made = 0
  const { sessions } = placeRest(
    plan,
    { from: '2026-11-23', to: '2026-12-06' },
    null,
    { now, holidays: noHolidays },
    () => `new-${made++}`,
  )
  const minutesOf = (day: string, id?: string) =>
    sessions
      .filter(
        ({ start, deliverableId }) => start.startsWith(day) && (id === undefined || deliverableId === id),
      )
      .reduce((sum, { minutes }) => sum + minutes, 0)
  const left = 450 - minutesOf('2026-11-29', 'hours') - minutesOf('2026-11-30', 'hours')
  const [sunday, monday] = [360 - minutesOf('2026-11-29'), 360 - minutesOf('2026-11-30')]
  expect(sunday).toBeGreaterThanOrEqual(1)
  expect(sunday + monday).toBeGreaterThanOrEqual(1 + left)
})
