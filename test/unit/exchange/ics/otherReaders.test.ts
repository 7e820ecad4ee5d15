import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../../shared/exchange/ics/writeCalendar.ts'
import { zoneLines } from '../../../../shared/exchange/ics/writeZone.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../../shared/plan/series.ts'
import type { Session } from '../../../../shared/plan/session.ts'
import { fromEpochMinute, offsetAt, toEpochMinute } from '../../../../shared/time/zone.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'
import { sessionsOf } from '../importing.ts'

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
]
const text = (plan: Plan) => writeCalendar(plan, { clientId: null, name: 'Plan', stamp: '20261124T080000Z' })

const sessions: readonly Session[] = ZONES.flatMap((zone, i) => [
  aSession({
    id: `series-${i}`,
    title: `Weekly ${zone}, Zürich; “Runde”`,
    start: '2026-02-02T09:30',
    zone,
    minutes: 50,
    recurrence: {
      rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231',
      except: ['2026-03-09T09:30'],
      extra: ['2026-03-11T14:00'],
      changed: { '2026-03-30T09:30': { start: '2026-03-31T16:00', title: 'Moved' } },
    },
  }),
  aSession({ id: `single-${i}`, title: 'Single', start: '2026-10-26T10:00', zone, minutes: 90 }),
])
const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })

/** What stands in the plan, as instants. */
const planned = sessionsOf(plan)
  .flatMap((session) => occurrencesOf(session, { from: '2026-01-01', to: '2026-12-31' }))
  .map(({ start, zone, title, minutes }) => [toEpochMinute(start, zone), minutes, title] as const)
const ADDED = new Set(ZONES.map((zone) => toEpochMinute('2026-03-11T14:00', zone)))
type Line = readonly [number, number, string]
const sorted = (lines: readonly Line[]) => lines.map((line) => line.join(' ')).sort()
const minuteOf = (date: Date) => date.getTime() / 60_000

describe('an exported plan, read by others', () => {
  it('has in ical.js every occurrence at its instant, by the zones that it defines itself', () => {
    const calendar = new ICAL.Component(ICAL.parse(text(plan)) as never)
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    const lines = events.flatMap((event): Line[] => {
      if (event.isRecurrenceException()) return []
      for (const other of events)
        if (other.uid === event.uid && other.isRecurrenceException()) event.relateException(other)
      const line = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Line => [
        start.toUnixTime() / 60,
        (end.toUnixTime() - start.toUnixTime()) / 60,
        item.summary,
      ]
      if (!event.isRecurring()) return [line(event, event.startDate, event.endDate)]
      const found: Line[] = []
      const walk = event.iterator()
      for (
        let next = walk.next();
        next !== undefined && next !== null && found.length < 200;
        next = walk.next()
      ) {
        const { item, startDate, endDate } = event.getOccurrenceDetails(next)
        found.push(line(item, startDate, endDate))
      }
      return found
    })
    ICAL.TimezoneService.reset()
    expect(sorted(lines)).toEqual(sorted(planned))
  })

  it('has in node-ical every single and changed event, and each series with its rule', () => {
    const read = Object.values(nodeIcal.sync.parseICS(text(plan))).filter((one) => one?.type === 'VEVENT')
    expect(read).toHaveLength(sessions.length)
    const lines = read.flatMap((event): Line[] => {
      const all = nodeIcal.expandRecurringEvent(event, {
        from: new Date('2026-01-01T00:00:00Z'),
        to: new Date('2027-01-01T00:00:00Z'),
      })
      return all.map(({ start, end, summary }) => [
        minuteOf(start),
        minuteOf(end) - minuteOf(start),
        String(summary),
      ])
    })
    // It knows no RDATE: the one that is added to each series is not among them.
    const known = planned.filter(([at]) => !ADDED.has(at))
    expect([planned.length - known.length, sorted(lines)]).toEqual([ZONES.length, sorted(known)])
  })

  it('has lines of 75 octets at most, all ended by CRLF, no character cut', () => {
    const bytes = Buffer.from(text(plan), 'utf8').toString('latin1')
    const lines = bytes.split('\r\n')
    expect(lines.pop()).toBe('')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75)
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd')
  })

  it('has the same UIDs at every export', () => {
    const uids = (of: string) => [...of.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
    expect(uids(text(plan))).toEqual(uids(text(plan)))
    expect(new Set(uids(text(plan))).size).toBe(sessions.length)
  })
})

const FIRST = 2015
const everyZone = [...new Set([...ZONES, ...Intl.supportedValuesOf('timeZone')])]
const someZones = everyZone.filter((_, i) => i % times(12, 1) === 0)

describe('the definition of a zone', () => {
  it.each(someZones)('%s gives ical.js the offsets of every day', (zone) => {
    const lines = ['BEGIN:VCALENDAR', ...zoneLines(zone, zone, FIRST), 'END:VCALENDAR']
    const calendar = new ICAL.Component(ICAL.parse(lines.join('\r\n')) as never)
    const defined = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component)
    const wrong: string[] = []
    // Every eleventh day at noon, where no zone changes its clocks.
    const end = toEpochMinute('2045-12-31T12:00', 'UTC')
    for (let at = toEpochMinute(`${FIRST}-01-01T12:00`, 'UTC'); at < end; at += 11 * 1440) {
      const [year = 0, month = 0, day = 0] = fromEpochMinute(at, zone).slice(0, 10).split('-').map(Number)
      const noon = toEpochMinute(`${fromEpochMinute(at, zone).slice(0, 10)}T12:00`, zone)
      const local = ICAL.Time.fromData({ year, month, day, hour: 12, minute: 0, second: 0 })
      if (defined.utcOffset(local) / 60 !== offsetAt(noon, zone)) wrong.push(fromEpochMinute(noon, zone))
    }
    // Where the calendar of another religion sets the clocks, no rule can tell beyond the years that are listed.
    expect(wrong.filter((wall) => wall < '2037-10' || !/Casablanca|El_Aaiun|Gaza|Hebron/.test(zone))).toEqual(
      [],
    )
  })
})
