import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodedCalendar } from '../../../shared/exchange/calendarBytes.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import { aClient, aContact, anEngagement, aPlan } from '../../support/builders.ts'
import { imported, proposalFor, sessionsOf } from './importing.ts'

function textOf(name: string): string {
  const { bytes, encoding } = encodedCalendar(
    readFileSync(new URL(`../../fixtures/calendars/${name}`, import.meta.url)),
  )
  return new TextDecoder(encoding).decode(bytes)
}

const contact = aContact({ name: 'Ann Berger' })
const plan = aPlan({
  clients: [aClient({ contacts: [contact] }), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-cto', clientId: 'lumen' })],
})

const rows = (text: string) =>
  proposalFor(plan, text).items.map(({ title, becomes, reason, engagementId }) => [
    title,
    becomes,
    reason ?? engagementId,
  ])

describe('a calendar as Google exports it', () => {
  const text = textOf('google.ics')

  it('becomes what a person would make of it', () => {
    expect(rows(text)).toEqual([
      ['Steering committee', 'session', 'northwind-cto'],
      ['Call with the tax adviser', 'session', null],
      ['Skiing', 'timeOff', null],
      ['Happy birthday, Ben!', 'dayNote', null],
      ['Webinar: ten tips', 'skip', 'declined'],
    ])
  })

  it('has each occurrence once: the moved one where it moved to, the exceptions nowhere', () => {
    const [series] = sessionsOf(imported(plan, text))
    const starts =
      series === undefined
        ? []
        : occurrencesOf(series, { from: '2026-11-01', to: '2027-01-10' }).map(({ start }) => start.slice(5))
    expect(starts).toEqual([
      '11-02T10:00',
      '11-09T10:00',
      '11-16T10:00',
      '11-24T15:00',
      '11-30T10:00',
      '12-07T10:00',
      '12-14T10:00',
      '01-04T10:00',
    ])
  })

  it('keeps letters that a fold cut in two', () => {
    expect(sessionsOf(imported(plan, text))[0]?.notes).toBe(
      'Zürich, Raum „Üetliberg“ im vierten Stock, gleich neben der großen Küche\n\nAgenda:\n1. Roadmap\n2. Risks, open points',
    )
  })
})

describe('a calendar as Outlook exports it', () => {
  const text = textOf('outlook.ics')

  it('becomes what a person would make of it', () => {
    expect(rows(text)).toEqual([
      ['Lumen: Architekturrunde', 'session', 'lumen-cto'],
      ['US sync', 'session', null],
      ['Breakfast without a zone', 'session', null],
      ['Day off', 'timeOff', null],
      ['Maybe gym', 'skip', 'free'],
    ])
  })

  it('has the zones that it names, defines and leaves out', () => {
    expect(proposalFor(plan, text).zones).toMatchObject([
      { name: 'W. Europe Standard Time', zone: 'Europe/Berlin', how: 'windows', assumed: false },
      { name: 'Customized Time Zone', zone: 'America/New_York', how: 'vtimezone', assumed: false },
      { name: '', zone: 'Europe/Berlin', how: 'floating', assumed: true },
    ])
  })

  it('is tentative where Outlook shows it so', () => {
    expect(sessionsOf(imported(plan, text)).map(({ title, status }) => [title, status])).toEqual([
      ['US sync', 'confirmed'],
      ['Lumen: Architekturrunde', 'tentative'],
      ['Breakfast without a zone', 'confirmed'],
    ])
  })
})

it('a calendar that was cut off is refused at its last line', () => {
  expect(readCalendar(textOf('truncated.ics'))).toMatchObject({
    ok: false,
    code: 'truncated',
    params: { line: textOf('truncated.ics').split('\r\n').length, component: 'VEVENT' },
  })
})
