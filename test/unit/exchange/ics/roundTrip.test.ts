import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../../shared/exchange/ics/writeCalendar.ts'
import { importCommand } from '../../../../shared/exchange/importProposal.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { Session } from '../../../../shared/plan/session.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'
import { calendarText, eventText } from '../calendarText.ts'
import { importContext } from '../importContext.ts'
import { imported, proposalFor, sessionsOf } from '../importing.ts'

const practice = {
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-cto', clientId: 'lumen' })],
}
const areas = { team: { id: 'team', name: 'Team', archived: false, order: 1 } }
const withAreas = (plan: Plan): Plan => ({ ...plan, practice: { ...plan.practice, areas } })
const bare = withAreas(aPlan(practice))
const exported = (plan: Plan, clientId: string | null = null) =>
  writeCalendar(plan, { clientId, name: 'Plan', stamp: '20261124T080000Z' })

/** Sessions as they stand, without what tells where they are from. */
const plain = (plan: Plan) => sessionsOf(plan).map(({ id: _, source: __, ...session }) => session)

const aText = fc.oneof(
  fc.constantFrom(
    'A, B; C \\ D',
    'Zürich – “Runde”',
    'x'.repeat(200),
    '日本語'.repeat(40),
    '👩‍💻 pair',
    'a:b"c',
  ),
  fc.string({ minLength: 1, maxLength: 90, unit: 'grapheme' }).map((text) => `T${text.replace(/\s+/g, ' ')}`),
)
const aNote = fc.oneof(
  fc.constant(''),
  fc.constantFrom('one\ntwo\n\nthree', '  indented\n', 'a,b;c\\n'),
  aText,
)
const aZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Calcutta',
  'UTC',
)
const aStart = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 1439 }))
  .map(([month, day, minute]) => {
    const two = (n: number) => String(n).padStart(2, '0')
    return `2026-${two(month)}-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  })
const aRule = fc.constantFrom(
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=DAILY;UNTIL=20271231',
  'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270601T120000',
  'FREQ=MONTHLY;COUNT=7;BYDAY=-1FR',
  'FREQ=YEARLY;UNTIL=20300101T000000Z',
)
const aChange = fc.record(
  {
    start: aStart,
    minutes: fc.integer({ min: 1, max: 600 }),
    title: aText,
    notes: aNote,
    zone: aZone,
    engagementId: fc.constantFrom('lumen-cto', null),
    kind: fc.constantFrom('focus' as const, 'travel' as const),
    billable: fc.boolean(),
    areaId: fc.constantFrom('team', null),
    travelAfter: fc.integer({ min: 0, max: 90 }),
    lead: fc.constantFrom('usual' as const, null, 0, 45),
    status: fc.constantFrom('tentative' as const, 'confirmed' as const),
  },
  { requiredKeys: [] },
)
const aRecurrence = fc.record({
  rule: aRule,
  except: fc.uniqueArray(aStart, { maxLength: 3 }).map((list) => list.sort()),
  extra: fc.uniqueArray(aStart, { maxLength: 2 }).map((list) => list.sort()),
  changed: fc.dictionary(aStart, aChange, { maxKeys: 3 }),
})
const anySession = fc
  .record({
    engagementId: fc.constantFrom('northwind-cto', 'lumen-cto', null),
    title: aText,
    notes: aNote,
    kind: fc.constantFrom('focus' as const, 'meeting' as const, 'travel' as const, 'admin' as const),
    start: aStart,
    minutes: fc.integer({ min: 1, max: 3000 }),
    zone: aZone,
    status: fc.constantFrom('confirmed' as const, 'tentative' as const),
    billable: fc.boolean(),
    areaId: fc.constantFrom('team', null),
    travelBefore: fc.integer({ min: 0, max: 90 }),
    travelAfter: fc.integer({ min: 0, max: 90 }),
    lead: fc.constantFrom('usual' as const, null, 0, 45),
    recurrence: fc.option(aRecurrence, { nil: null }),
  })
  .map((session) => Session.parse(aSession({ ...session, deliverableId: null })))
const anyPlan = fc
  .array(anySession, { minLength: 1, maxLength: 5 })
  .map((sessions) =>
    withAreas(aPlan({ ...practice, sessions: sessions.map((one, i) => ({ ...one, id: `s${i}` })) })),
  )

describe('an exported plan', () => {
  it('comes back whole into a plan that has none of it', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const back = imported(bare, exported(plan))
        const byStart = (list: ReturnType<typeof plain>) =>
          list.map((one) => JSON.stringify(one, sortKeys)).sort()
        expect(byStart(plain(back))).toEqual(byStart(plain(plan)))
      }),
      { numRuns: times(150, 3000) },
    )
  })

  it('changes nothing in the plan that it came from', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const proposal = proposalFor(plan, exported(plan))
        expect([proposal.counts.same, importCommand(proposal)]).toEqual([proposal.items.length, null])
      }),
      { numRuns: times(100, 2000) },
    )
  })

  it('changes nothing where it came from calendars, whose UIDs it keeps', () => {
    const context = importContext()
    const file = calendarText([
      eventText('UID:a@x', 'DTSTART:20261201T090000Z', 'DURATION:PT1H', 'SUMMARY:A', 'RRULE:FREQ=WEEKLY'),
      eventText('UID:b@x', 'DTSTART;VALUE=DATE:20261224', 'SUMMARY:Off'),
      eventText('UID:c@x', 'DTSTART;VALUE=DATE:20261231', 'SUMMARY:Note', 'TRANSP:TRANSPARENT'),
    ])
    const plan = imported(bare, file, {}, context)
    const text = exported(plan)
    for (const uid of ['a@x', 'b@x', 'c@x']) expect(text).toContain(`UID:${uid}\r\n`)
    expect(importCommand(proposalFor(plan, text, {}, context))).toBeNull()
  })

  it('brings time off and day notes back, also hours of several days', () => {
    const days = {
      timeOff: [
        { id: 'off', title: 'Ski', from: '2026-12-14', to: '2026-12-18', part: null, source: null },
        {
          id: 'am',
          title: 'Course',
          from: '2026-12-01',
          to: '2026-12-03',
          part: { from: 540, to: 720 },
          source: null,
        },
        {
          id: 'eve',
          title: 'Evening',
          from: '2026-12-09',
          to: '2026-12-09',
          part: { from: 1080, to: 1440 },
          source: null,
        },
      ],
      dayNotes: [{ id: 'note', title: 'Fair', from: '2026-12-02', to: '2026-12-04', source: null }],
    }
    const byId = <R extends { readonly id: string }>(records: readonly R[]) =>
      Object.fromEntries(records.map((record) => [record.id, record]))
    const named = { timeOff: byId(days.timeOff), dayNotes: byId(days.dayNotes) }
    const plan = { ...bare, practice: { ...bare.practice, ...named } }
    const back = imported(bare, exported(plan))
    const off = Object.values(back.practice.timeOff).map(({ title, from, to, part }) => ({
      title,
      from,
      to,
      part,
    }))
    expect(off.sort((a, b) => (a.title < b.title ? -1 : 1))).toEqual(
      days.timeOff
        .map(({ title, from, to, part }) => ({ title, from, to, part }))
        .sort((a, b) => (a.title < b.title ? -1 : 1)),
    )
    expect(Object.values(back.practice.dayNotes)).toMatchObject([{ from: '2026-12-02', to: '2026-12-04' }])
    expect(importCommand(proposalFor(plan, exported(plan)))).toBeNull()
  })

  it('of one client holds that client’s sessions alone, and says nothing of the others', () => {
    const plan = aPlan({
      ...practice,
      sessions: [
        aSession({ id: 'n', title: 'For Northwind' }),
        aSession({ id: 'l', title: 'For Lumen', engagementId: 'lumen-cto' }),
      ],
    })
    const text = exported(plan, 'lumen')
    expect([text.includes('For Lumen'), text.includes('Northwind')]).toEqual([true, false])
  })

  it('takes what another calendar changed since, and keeps what it cannot know', () => {
    const session = aSession({
      id: 's',
      title: 'Review',
      start: '2026-12-01T10:00',
      zone: 'Europe/Berlin',
      kind: 'admin',
    })
    const plan = aPlan({ ...practice, sessions: [session] })
    const text = exported(plan)
      .replace('SUMMARY:Review', 'SUMMARY:Review II')
      .replaceAll('20261201T1', '20261202T1')
    expect(sessionsOf(imported(plan, text))).toMatchObject([
      { id: 's', title: 'Review II', start: '2026-12-02T10:00', kind: 'admin', source: null },
    ])
  })
})

function sortKeys(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
}
