import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { importCommand } from '../../../shared/exchange/importProposal.ts'
import { emptyPlan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSession, HOME } from '../../support/builders.ts'
import { calendarText, eventText } from './calendarText.ts'
import { importContext } from './importContext.ts'
import { imported, onlyItem, proposalFor, sessionsOf } from './importing.ts'

const empty = emptyPlan(HOME)
const BERLIN = 'TZID=Europe/Berlin'
const hour = [`DTSTART;${BERLIN}:20261201T090000`, 'DURATION:PT1H', 'SUMMARY:A']
const one = (...lines: string[]) => calendarText([eventText(...lines)], ['X-WR-CALNAME:Work'])

describe('what an event becomes', () => {
  it.each([
    ['a timed event is a session', hour, 'session', null],
    ['a busy day is time off', ['DTSTART;VALUE=DATE:20261201', 'SUMMARY:Leave'], 'timeOff', null],
    ['a free day is a day note', ['DTSTART;VALUE=DATE:20261201', 'TRANSP:TRANSPARENT'], 'dayNote', null],
    [
      'a day that Outlook shows as free is a day note',
      ['DTSTART;VALUE=DATE:20261201', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
      'dayNote',
      null,
    ],
    [
      'a day at another place is a day note',
      ['DTSTART;VALUE=DATE:20261201', 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'],
      'dayNote',
      null,
    ],
    ['hours out of office are time off', [...hour, 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'], 'timeOff', null],
    [
      'what Outlook shows as busy takes time, whatever TRANSP says',
      [...hour, 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY'],
      'session',
      null,
    ],
    ['free time is left out', [...hour, 'TRANSP:TRANSPARENT'], 'skip', 'free'],
    ['a cancelled event is left out', [...hour, 'STATUS:CANCELLED'], 'skip', 'cancelled'],
    ['an event of no length is left out', [`DTSTART;${BERLIN}:20261201T090000`], 'skip', 'zero-length'],
    [
      'an event that ends before it starts is left out',
      ['DTSTART:20261201T090000Z', `DTEND;${BERLIN}:20261201T093000`],
      'skip',
      'ends-before-start',
    ],
    [
      'eight days in one stretch are left out',
      [`DTSTART;${BERLIN}:20261201T090000`, 'DURATION:P8D'],
      'skip',
      'too-long',
    ],
    [
      'a year out of reach is left out',
      ['DTSTART:16010101T090000Z', 'DURATION:PT1H'],
      'skip',
      'beyond-range',
    ],
  ])('%s', (_, lines, becomes, reason) => {
    const item = onlyItem(proposalFor(empty, one(...lines)))
    expect([item.becomes, item.reason]).toEqual([becomes, reason])
  })

  it('leaves out what the planner declined, and only that', () => {
    const invitation = (who: string) => one(...hour, `ATTENDEE;PARTSTAT=DECLINED:mailto:${who}`)
    const plan = {
      ...empty,
      practice: { ...empty.practice, business: { ...empty.practice.business, email: 'me@example.com' } },
    }
    expect(onlyItem(proposalFor(plan, invitation('ME@example.com'))).reason).toBe('declined')
    expect(onlyItem(proposalFor(plan, invitation('you@example.com'))).becomes).toBe('session')
  })

  it('knows the planner by a calendar that is named as an address, as Google names them', () => {
    const text = calendarText(
      [eventText(...hour, 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.com')],
      ['X-WR-CALNAME:me@example.com'],
    )
    expect(onlyItem(proposalFor(empty, text)).reason).toBe('declined')
  })

  it('is what the user chooses among what is possible', () => {
    const text = one(...hour, 'TRANSP:TRANSPARENT')
    expect(onlyItem(proposalFor(empty, text)).options).toEqual(['session', 'timeOff', 'skip'])
    expect(onlyItem(proposalFor(empty, text, { becomes: { 'event-1': 'session' } })).becomes).toBe('session')
    expect(onlyItem(proposalFor(empty, text, { becomes: { 'event-1': 'dayNote' } })).becomes).toBe('skip')
  })

  it('is nothing for what is over before the chosen day; a series that goes on stays', () => {
    const series = one('UID:s', `DTSTART;${BERLIN}:20200101T090000`, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY')
    const ended = one(
      'UID:s',
      `DTSTART;${BERLIN}:20200101T090000`,
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=9',
    )
    const from = '2026-12-02'
    expect(
      [one(...hour), ended, series].map((text) => onlyItem(proposalFor(empty, text, { from })).reason),
    ).toEqual(['before-from', 'before-from', null])
  })
})

describe('the session of an event', () => {
  it('says all that the calendar says', () => {
    const text = one(
      'UID:a',
      'SEQUENCE:2',
      `DTSTART;TZID=America/New_York:20261201T100000`,
      'DTEND;TZID=America/New_York:20261201T113000',
      'RRULE:FREQ=WEEKLY;BYDAY=TU',
      'EXDATE;TZID=America/New_York:20261208T100000',
      'SUMMARY:Steering',
      'LOCATION:Zoom',
      'DESCRIPTION:Agenda',
      'STATUS:TENTATIVE',
    )
    expect(sessionsOf(imported(empty, text))).toEqual([
      {
        id: 'new-1',
        engagementId: null,
        title: 'Steering',
        kind: 'meeting',
        start: '2026-12-01T10:00',
        minutes: 90,
        zone: 'America/New_York',
        status: 'tentative',
        billable: false,
        areaId: null,
        deliverableId: null,
        travelBefore: 0,
        travelAfter: 0,
        lead: 'usual',
        notes: 'Zoom\n\nAgenda',
        recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TU', except: ['2026-12-08T10:00'], extra: [], changed: {} },
        source: {
          calendar: 'Work',
          uid: 'a',
          recurrenceId: null,
          sequence: 2,
          modified: '20261101T080000Z',
          digest: expect.stringMatching(/^[0-9a-f]{40}$/),
        },
      },
    ])
  })

  it('keeps of a changed occurrence only what differs', () => {
    const text = calendarText([
      eventText(`DTSTART;${BERLIN}:20261201T090000`, 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY', 'SUMMARY:A'),
      eventText(
        `RECURRENCE-ID;${BERLIN}:20261208T090000`,
        `DTSTART;${BERLIN}:20261209T100000`,
        'DURATION:PT30M',
        'SUMMARY:A',
      ),
    ])
    expect(sessionsOf(imported(empty, text))[0]?.recurrence?.changed).toEqual({
      '2026-12-08T09:00': { start: '2026-12-09T10:00', minutes: 30 },
    })
  })

  it('of listed dates alone has no rule', () => {
    const text = one(`DTSTART;${BERLIN}:20261201T090000`, 'DURATION:PT1H', `RDATE;${BERLIN}:20261203T090000`)
    expect(sessionsOf(imported(empty, text))[0]?.recurrence).toEqual({
      rule: '',
      except: [],
      extra: ['2026-12-03T09:00'],
      changed: {},
    })
  })

  it('has a title even where the event has none', () => {
    expect(sessionsOf(imported(empty, one(...hour.slice(0, 2), 'SUMMARY:  ')))[0]?.title).toBe('Untitled')
  })
})

describe('days of a calendar', () => {
  it('are time off to the day before DTEND', () => {
    const plan = imported(
      empty,
      one('DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20261225', 'SUMMARY:Leave'),
    )
    expect(Object.values(plan.practice.timeOff)).toMatchObject([
      { title: 'Leave', from: '2026-12-21', to: '2026-12-24', part: null },
    ])
  })

  it('are a part of a day at home for hours out of office', () => {
    const text = one(
      'DTSTART;TZID=America/New_York:20261201T100000',
      'DURATION:PT2H',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    )
    expect(Object.values(imported(empty, text).practice.timeOff)).toMatchObject([
      { from: '2026-12-01', to: '2026-12-01', part: { from: 960, to: 1080 } },
    ])
  })

  it('that recur are written out for the year before to two years after', () => {
    const plan = imported(
      empty,
      one('DTSTART;VALUE=DATE:19800615', 'RRULE:FREQ=YEARLY', 'TRANSP:TRANSPARENT', 'SUMMARY:Birthday'),
    )
    expect(Object.values(plan.practice.dayNotes).map(({ from }) => from)).toEqual([
      '2025-06-15',
      '2026-06-15',
      '2027-06-15',
      '2028-06-15',
    ])
  })

  it('that recur can be moved and cancelled one by one, and again', () => {
    const master = 'DTSTART;VALUE=DATE:20260615'
    const series = eventText(master, 'RRULE:FREQ=YEARLY', 'SUMMARY:D')
    const moved = eventText('RECURRENCE-ID;VALUE=DATE:20270615', 'DTSTART;VALUE=DATE:20270616', 'SUMMARY:D')
    const first = imported(empty, calendarText([series]))
    const second = imported(first, calendarText([series, moved]))
    const third = imported(
      second,
      calendarText([eventText(master, 'RRULE:FREQ=YEARLY', 'SUMMARY:D', 'EXDATE;VALUE=DATE:20270615')]),
    )
    const days = (plan: typeof empty) =>
      Object.values(plan.practice.timeOff)
        .map(({ from }) => from)
        .sort()
    expect([first, second, third].map(days)).toEqual([
      ['2026-06-15', '2027-06-15', '2028-06-15'],
      ['2026-06-15', '2027-06-16', '2028-06-15'],
      ['2026-06-15', '2028-06-15'],
    ])
  })
})

describe('zones that the file does not tell', () => {
  const floating = one('DTSTART:20261201T090000', 'DURATION:PT1H')

  it('are assumed to be the home zone, and said to be', () => {
    const proposal = proposalFor(empty, floating)
    expect(proposal.zones).toEqual([{ name: '', zone: HOME, how: 'floating', assumed: true, events: 1 }])
    expect(proposal.records.sessions[0]?.zone).toBe(HOME)
  })

  it('are what the user answers', () => {
    const proposal = proposalFor(empty, floating, { zones: { '': 'Asia/Tokyo' } })
    expect(proposal.zones).toMatchObject([{ zone: 'Asia/Tokyo', assumed: false }])
    expect(proposal.records.sessions[0]).toMatchObject({ zone: 'Asia/Tokyo', start: '2026-12-01T09:00' })
  })

  it('change what was imported when they are answered otherwise later', () => {
    const plan = imported(empty, floating)
    expect(sessionsOf(imported(plan, floating, { zones: { '': 'Asia/Tokyo' } }))).toMatchObject([
      { zone: 'Asia/Tokyo' },
    ])
  })
})

describe('conflicts', () => {
  const planned = aSession({ start: '2026-12-01T09:30', engagementId: null })
  const plan = aPlan({ sessions: [planned] })

  it('are counted with what is planned', () => {
    expect(onlyItem(proposalFor(plan, one(...hour))).conflicts).toBe(1)
  })

  it('are none where times only touch', () => {
    expect(
      onlyItem(proposalFor(plan, one(`DTSTART;${BERLIN}:20261201T083000`, 'DURATION:PT1H'))).conflicts,
    ).toBe(0)
  })

  it('are counted by occurrence for a series, for half a year', () => {
    const series = aPlan({
      sessions: [planned, aSession({ id: 's2', start: '2026-12-08T09:00', engagementId: null })],
    })
    expect(onlyItem(proposalFor(series, one(...hour, 'RRULE:FREQ=WEEKLY'))).conflicts).toBe(2)
  })

  it('are none with itself', () => {
    const again = one(`DTSTART;${BERLIN}:20261201T091500`, 'DURATION:PT1H', 'SUMMARY:A')
    expect(onlyItem(proposalFor(imported(empty, one(...hour)), again)).conflicts).toBe(0)
  })
})

describe('the command', () => {
  it('is none for a calendar without events', () => {
    expect(importCommand(proposalFor(empty, calendarText([])))).toBeNull()
  })

  it('is one undo', () => {
    const command = importCommand(proposalFor(empty, one(...hour)))
    const done = command === null ? null : execute(empty, command)
    expect(done).toMatchObject({ ok: true, undoable: true, subject: 'Work' })
  })

  it('names the file where the calendar has no name', () => {
    expect(proposalFor(empty, calendarText([]), {}, importContext({ fileName: 'my export' })).calendar).toBe(
      'my export',
    )
  })

  it('plans a session for the engagement that was chosen, billable', () => {
    const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()] })
    const next = imported(plan, one(...hour), { engagements: { 'event-1': 'northwind-cto' } })
    expect(sessionsOf(next)).toMatchObject([{ engagementId: 'northwind-cto', billable: true }])
  })

  it('passes over an engagement that does not exist', () => {
    expect(
      onlyItem(proposalFor(empty, one(...hour), { engagements: { 'event-1': 'gone' } })).engagementId,
    ).toBeNull()
  })
})
