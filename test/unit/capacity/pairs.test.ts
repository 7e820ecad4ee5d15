import { describe, expect, test } from 'vitest'
import { bestOf, type Found } from '../../../shared/capacity/fixes/choice.ts'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Fix } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { addDays, weekdayOf } from '../../../shared/time/day.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aSeries,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const formats = { en: formatIn('en', 'en-GB'), de: formatIn('de', 'de-DE') }

function fixes(plan: Plan, key: string, context = morning): readonly Fix[] {
  const flag = week(plan, MONDAY, context).flags.find((one) => one.key === key)
  if (flag === undefined) throw new Error(`no flag ${key}`)
  let made = 0
  return fixesOf(plan, flag, context, () => `new-${made++}`).filter(({ kind }) => kind !== 'accept')
}

function labels(found: readonly Fix[], language: 'en' | 'de' = 'en'): string[] {
  const { fix } = wordsIn(language).flags
  return found.map((one) => fix(one, formats[language]).replaceAll(/[\u00a0\u202f]/g, ' '))
}

/** Meetings in all working time of four weeks but on the half days that begin at one of `free`. */
function meetingsBut(...free: readonly string[]): Session[] {
  return Array.from({ length: 28 }, (_, i) => addDays(MONDAY, i))
    .flatMap((day) =>
      weekdayOf(day) < 5 ? [`${day}T09:00`, `${day}T14:00`] : weekdayOf(day) === 5 ? [`${day}T09:00`] : [],
    )
    .filter((start) => !free.includes(start))
    .map((start) => aSession({ id: start, title: start, start, minutes: 240, kind: 'meeting' }))
}

const planOf = (parts: PlanParts) => aPlan({ clients: [aClient()], engagements: [anEngagement()], ...parts })

/** Ten hours of meetings on Monday, an hour each, against eight. */
const tooManyMeetings = planOf({
  sessions: Array.from({ length: 10 }, (_, i) =>
    aSession({
      id: `m${i}`,
      title: `Talk ${i}`,
      kind: 'meeting',
      start: `2026-11-23T${String(9 + i).padStart(2, '0')}:00`,
    }),
  ),
})

/** Notes on Monday evening, and room for them only where the report has to be written. */
const roomTakenByWork = planOf({
  deliverables: [aDeliverable({ id: 'report', title: 'Report', due: '2026-11-27', remainingMinutes: 240 })],
  sessions: [
    ...meetingsBut('2026-11-24T09:00'),
    aSession({ id: 'notes', title: 'Notes', start: '2026-11-23T18:00', minutes: 120 }),
  ],
})

/** Two pieces of ten hours due on Friday, and four hours for both. */
const twoPieces = planOf({
  deliverables: ['Alpha', 'Beta'].map((title, i) =>
    aDeliverable({ id: title, title, due: '2026-11-27', remainingMinutes: 600, order: i }),
  ),
  sessions: meetingsBut('2026-11-24T09:00'),
})

/** Four hours of drafting under a meeting, and room for three. */
const roomForLess = planOf({
  sessions: [
    ...meetingsBut('2026-11-24T09:00'),
    aSession({ id: 'hour', title: 'Hour', kind: 'meeting', start: '2026-11-24T09:00' }),
    aSession({ id: 'draft', title: 'Draft', start: '2026-11-23T09:00', minutes: 240 }),
  ],
})

describe('where no single change solves a flag, two do', () => {
  test.each<[string, string, Plan, string[], string[]]>([
    [
      'two moves on a day',
      'day-over:2026-11-23',
      tooManyMeetings,
      [
        'Move Talk 9 to Tue 09:00 and Talk 8 to Tue 10:00',
        'Move Talk 7 to Tue 09:00 and Talk 9 to Tue 10:00',
        'Move Talk 8 to Tue 09:00 and Talk 7 to Tue 10:00',
      ],
      [
        '„Talk 9“ auf Di 09:00 und „Talk 8“ auf Di 10:00 verschieben',
        '„Talk 7“ auf Di 09:00 und „Talk 9“ auf Di 10:00 verschieben',
        '„Talk 8“ auf Di 09:00 und „Talk 7“ auf Di 10:00 verschieben',
      ],
    ],
    [
      'a move, and what it breaks',
      'outside-hours:notes',
      roomTakenByWork,
      ['Move Notes to Tue 09:00 and cut Report to 2 h', 'Drop Notes'],
      ['„Notes“ auf Di 09:00 verschieben und „Report“ auf 2 h kürzen', '„Notes“ streichen'],
    ],
    [
      'two dates, or a date and a cut',
      'deadline:Beta',
      twoPieces,
      ['Cut Alpha to 4 h and extend Beta to Tue 22 Dec', 'Cut Beta to 4 h and extend Alpha to Tue 22 Dec'],
      [
        '„Alpha“ auf 4 h kürzen und „Beta“ bis Di 22. Dez. verlängern',
        '„Beta“ auf 4 h kürzen und „Alpha“ bis Di 22. Dez. verlängern',
      ],
    ],
    [
      'a cut, and a place for what is left',
      'overlap:2026-11-23T09:00|draft',
      roomForLess,
      ['Shorten Draft to 3 h and move it to Tue 10:00', 'Make Draft tentative', 'Drop Draft'],
      [
        '„Draft“ auf 3 h kürzen und auf Di 10:00 verschieben',
        '„Draft“ unter Vorbehalt stellen',
        '„Draft“ streichen',
      ],
    ],
  ])('%s', (_what, key, plan, english, german) => {
    const found = fixes(plan, key)
    expect([labels(found), labels(found, 'de')]).toEqual([english, german])
  })
})

describe('a decline', () => {
  const planned = (given: Partial<Session>, parts: PlanParts = {}) =>
    planOf({
      ...parts,
      sessions: [aSession({ id: 'a', title: 'Other', kind: 'meeting' }), aSession({ id: 'b', ...given })],
    })
  const declined = (plan: Plan, context = morning) =>
    fixes(plan, 'outside-hours:b', context).filter(({ kind }) => kind === 'decline')
  const late = { start: '2026-11-23T18:00', title: 'Late' }

  test.each<[string, Fix[], string[]]>([
    ['declines a meeting', declined(planned({ ...late, kind: 'meeting' })) as Fix[], ['Decline Late']],
    ['drops own work', declined(planned(late)) as Fix[], ['Drop Late']],
    ['takes no travel alone', declined(planned({ ...late, kind: 'travel' })) as Fix[], []],
    [
      'takes no time that is planned for a deliverable',
      declined(
        planned({ ...late, deliverableId: 'milestone-2' }, { deliverables: [aDeliverable()] }),
      ) as Fix[],
      [],
    ],
    ['takes nothing that has begun', declined(planned(late), at('2026-11-23T18:30')) as Fix[], []],
    [
      'takes nothing that an entry confirms',
      declined(
        planned(late, { entries: [anEntry({ session: { sessionId: 'b', original: null } })] }),
      ) as Fix[],
      [],
    ],
  ])('%s', (_rule, found, expected) => {
    expect(labels(found)).toEqual(expected)
  })

  test('takes out the occurrence alone', () => {
    const plan = planOf({ sessions: [aSeries({ id: 's', start: '2026-11-23T18:00', kind: 'meeting' })] })
    const [fix] = fixes(plan, 'outside-hours:s@2026-11-23T18:00').filter(({ kind }) => kind === 'decline')
    if (fix === undefined) throw new Error('no decline')
    const result = execute(plan, fix.command)
    const series = result.ok ? result.plan.practice.series.s : undefined
    const left = series === undefined ? [] : occurrencesOf(series, { from: '2026-11-23', to: '2026-12-07' })
    expect(left.map(({ start }) => start)).toEqual(['2026-11-30T18:00', '2026-12-07T18:00'])
  })
})

describe('[F2] of more fixes than are shown', () => {
  /** `kind cost`, with ~ where it raises something milder. */
  const found = (text: string): Found => {
    const [kind, cost] = text.replace('~', '').split(' ')
    return { fix: { id: text, kind, clean: !text.startsWith('~') } as Fix, cost: Number(cost) }
  }
  test.each<[string, string[], string[]]>([
    [
      'the smallest come first',
      ['move 3', 'shorten 2', 'extend-due 1'],
      ['extend-due 1', 'shorten 2', 'move 3'],
    ],
    ['clean ones come before others', ['~move 1', 'shorten 9'], ['shorten 9', '~move 1']],
    [
      'one of each way is kept before a second of one',
      ['move 1', 'move 2', 'move 3', 'shorten 5', 'extend-due 9'],
      ['move 1', 'shorten 5', 'extend-due 9'],
    ],
    [
      'a second of one way is kept before the last resorts',
      ['move 1', 'move 4', 'decline 2'],
      ['move 1', 'move 4', 'decline 2'],
    ],
    [
      'last resorts fill what is left',
      ['decline 1', '~move 7', 'tentative 0'],
      ['~move 7', 'tentative 0', 'decline 1'],
    ],
    [
      'a clean second of one way is kept before a milder other way',
      ['move 1', 'move 2', '~shorten 0', '~extend-due 0'],
      ['move 1', 'move 2', '~extend-due 0'],
    ],
    [
      'what costs the same stands in the order of its id',
      ['move 1', 'extend-due 1'],
      ['extend-due 1', 'move 1'],
    ],
  ])('%s', (_rule, given, expected) => {
    expect(bestOf(given.map(found), 3).map(({ fix }) => fix.id)).toEqual(expected)
  })
})
