import { describe, expect, it } from 'vitest'
import type { Client } from '../../../shared/plan/client.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import { aClient, aContact, anEngagement, aPlan } from '../../support/builders.ts'
import { calendarText, eventText } from './calendarText.ts'
import { importContext } from './importContext.ts'
import { onlyItem, proposalFor } from './importing.ts'

const contact = (email: string) => aContact({ email })
const northwind = aClient({
  name: 'Northwind Traders GmbH',
  code: 'NWT',
  contacts: [contact('ann@northwind.example'), contact('bob@gmail.com')],
})
const lumen = aClient({ id: 'lumen', name: 'Lumen', email: 'office@lumen.example', order: 2 })
const clients: readonly Client[] = [northwind, lumen]
const engagements: readonly Engagement[] = [
  anEngagement(),
  anEngagement({ id: 'northwind-audit', name: 'Security audit', order: 2 }),
  anEngagement({ id: 'lumen-old', clientId: 'lumen', status: 'closed', end: '2026-06-30', order: 1 }),
  anEngagement({ id: 'lumen-new', clientId: 'lumen', start: '2026-07-01', order: 2 }),
]
const base = aPlan({ clients, engagements })
const plan = {
  ...base,
  practice: { ...base.practice, business: { ...base.practice.business, email: 'me@mine.example' } },
}

function guess(...lines: string[]) {
  const has = lines.some((line) => line.startsWith('DTSTART'))
  const event = eventText(...(has ? [] : ['DTSTART:20261201T090000Z']), 'DURATION:PT1H', ...lines)
  const { engagementId, why } = onlyItem(proposalFor(plan, calendarText([event])))
  return [engagementId, why.code, why.word]
}

describe('the engagement of an event', () => {
  it.each([
    [
      'by the address of a contact',
      ['ATTENDEE:mailto:Bob@gmail.com'],
      ['northwind-cto', 'address', 'bob@gmail.com'],
    ],
    [
      'by the domain of a contact',
      ['ORGANIZER:mailto:carl@northwind.example'],
      ['northwind-cto', 'domain', 'northwind.example'],
    ],
    ['not by the domain of a mail provider', ['ATTENDEE:mailto:eve@gmail.com'], [null, 'own', '']],
    [
      'by the name in the title',
      ['SUMMARY:Call with northwind traders gmbh'],
      ['northwind-cto', 'title', 'northwind traders gmbh'],
    ],
    [
      'by the name without its legal form',
      ['SUMMARY:Northwind Traders: plan'],
      ['northwind-cto', 'title', 'northwind traders'],
    ],
    ['by the first word of the name', ['SUMMARY:Northwind weekly'], ['northwind-cto', 'title', 'northwind']],
    ['by the code, as it is written', ['SUMMARY:[NWT] review'], ['northwind-cto', 'title', 'NWT']],
    ['not by a code within a word', ['SUMMARY:NWTX'], [null, 'own', '']],
    ['not by a name within a word', ['SUMMARY:Lumens and candela'], [null, 'own', '']],
    [
      'people count more than the title',
      ['SUMMARY:Northwind', 'ATTENDEE:mailto:a@lumen.example'],
      ['lumen-new', 'domain', 'lumen.example'],
    ],
    [
      'among several, the one that the title names',
      ['SUMMARY:Northwind security audit'],
      ['northwind-audit', 'title', 'northwind'],
    ],
    [
      'among several, the one that ran on the day',
      ['SUMMARY:Lumen', 'DTSTART:20260301T090000Z'],
      ['lumen-old', 'title', 'lumen'],
    ],
    ['own business where nothing points to a client', ['SUMMARY:Dentist'], [null, 'own', '']],
    ['not by the planner’s own address', ['ORGANIZER:mailto:me@mine.example'], [null, 'own', '']],
  ])('%s', (_, lines, expected) => {
    expect(guess(...lines)).toEqual(expected)
  })

  it('of a series that began long ago is the one that runs today', () => {
    expect(guess('SUMMARY:Lumen', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=WEEKLY')).toEqual([
      'lumen-new',
      'title',
      'lumen',
    ])
  })

  it('is by the name of the calendar where nothing else tells', () => {
    const text = calendarText([eventText('DTSTART:20261201T090000Z', 'DURATION:PT1H', 'SUMMARY:Weekly')])
    expect(onlyItem(proposalFor(plan, text, {}, importContext({ fileName: 'Lumen project' })))).toMatchObject(
      {
        engagementId: 'lumen-new',
        why: { code: 'calendar', word: 'Lumen' },
      },
    )
  })

  it('is not by a planner’s domain that a contact shares', () => {
    const shared = aClient({ contacts: [contact('ann@mine.example')] })
    const own = aPlan({ clients: [shared], engagements: [anEngagement()] })
    const mine = {
      ...own,
      practice: { ...own.practice, business: { ...own.practice.business, email: 'me@mine.example' } },
    }
    const text = (email: string) =>
      calendarText([eventText('DTSTART:20261201T090000Z', 'DURATION:PT1H', `ATTENDEE:mailto:${email}`)])
    expect(onlyItem(proposalFor(mine, text('bob@mine.example'))).why.code).toBe('own')
    expect(onlyItem(proposalFor(mine, text('ann@mine.example'))).why.code).toBe('address')
  })
})
