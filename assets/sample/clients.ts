import type { Agreement } from '../../shared/plan/agreement.ts'
import { type Client, type Contact, newClient } from '../../shared/plan/client.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { type Commitment, type Engagement, newEngagement, type Terms } from '../../shared/plan/engagement.ts'
import type { Language } from '../../shared/plan/fields.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import type { SampleWords } from './words.ts'

/** The four clients and the prospect of the sample: a daily rate, a retainer, a fixed price, an hourly rate. */
export function sampleClients(language: Language, zone: string, monday: Day): Client[] {
  const common = { currency: 'EUR', zone, language } as const
  return [
    {
      ...newClient({ ...common, id: 'northwind', name: 'Northwind', colour: 'blue', order: 1 }),
      code: 'NW',
      address: { street: 'Hafenstraße', number: '12', postcode: '20457', town: 'Hamburg', country: 'DE' },
      taxId: 'DE136695976',
      email: 'accounts@northwind.example',
      contacts: [
        {
          ...contact('Ada Lindqvist', 'COO', 'ada@northwind.example'),
          nextContact: addDays(monday, 9),
          touchDays: 30,
        },
      ],
    },
    {
      ...newClient({ ...common, id: 'lumen', name: 'Lumen Health', colour: 'teal', order: 2 }),
      code: 'LUM',
      address: { street: 'Lindenallee', number: '4', postcode: '10115', town: 'Berlin', country: 'DE' },
      taxId: 'DE129273398',
      email: 'finance@lumen.example',
      contacts: [contact('Dr. Mira Okafor', 'CEO', 'mira@lumen.example')],
      paymentDays: 14,
    },
    {
      ...newClient({ ...common, id: 'fable', name: 'Fable Games', colour: 'plum', order: 3 }),
      code: 'FAB',
      address: { street: 'Rue des Lilas', number: '88', postcode: '69003', town: 'Lyon', country: 'FR' },
      taxId: 'FR40303265045',
      email: 'studio@fable.example',
      contacts: [contact('Jules Martin', 'Producer', 'jules@fable.example')],
    },
    {
      ...newClient({ ...common, id: 'orbit', name: 'Orbit Robotics', colour: 'green', order: 4 }),
      code: 'ORB',
      zone: 'America/New_York',
      currency: 'USD',
      language: 'en',
      address: { street: 'Harbor Street', number: '210', postcode: '02210', town: 'Boston', country: 'US' },
      email: 'ap@orbit.example',
      contacts: [contact('Sam Rivera', 'VP Engineering', 'sam@orbit.example')],
    },
    {
      ...newClient({ ...common, id: 'harbor', name: 'Harbor Bank', colour: 'amber', order: 5 }),
      code: 'HAR',
      email: 'cto-office@harbor.example',
      contacts: [contact('Ines Vogt', 'CIO', 'ines@harbor.example')],
    },
  ]
}

/** The one person to talk to at a client. */
export function contact(name: string, role: string, email: string): Contact {
  return { id: 'contact-1', name, role, email, phone: '', nextContact: null, touchDays: null }
}

/** The engagements of the sample around the Monday of the current week. */
export function sampleEngagements(words: SampleWords, monday: Day): Engagement[] {
  const since = addDays(monday, -7 * 26)
  const engagement = (id: string, terms: Terms, commitment: Commitment | null, order: number): Engagement =>
    newEngagement({
      id: `${id}-1`,
      clientId: id,
      name: words.engagements[id as keyof SampleWords['engagements']],
      start: since,
      terms: [{ from: since, terms }],
      commitments: commitment === null ? [] : [{ from: since, commitment }],
      order,
    })
  const perWeek = (hours: number): Commitment => ({ kind: 'hoursPerWeek', minutes: hours * 60 })
  return [
    engagement(
      'northwind',
      { kind: 'daily', rate: 124_000, minutesPerDay: 480, halfDays: true },
      { kind: 'daysPerWeek', halfDays: 4 },
      1,
    ),
    {
      ...engagement(
        'lumen',
        {
          kind: 'retainer',
          period: 'month',
          minutes: 48 * 60,
          price: 720_000,
          overageRate: 16_500,
          overage: 'billed',
          rollover: { kind: 'capped', minutes: 8 * 60, expiresAfter: 2 },
          resetDay: 1,
        },
        perWeek(12),
        2,
      ),
      // As long as its time is told: no hours lapsed before.
      start: addDays(monday, -7 * 12),
    },
    {
      ...engagement('fable', fixedPrice(words, monday), null, 3),
      budget: { kind: 'hours', minutes: 75 * 60 },
      start: addDays(monday, -7 * 10),
      end: addDays(monday, 7 * 8 + 4),
    },
    {
      ...engagement('orbit', { kind: 'hourly', rate: 14_000 }, perWeek(3), 4),
      rounding: { mode: 'up', increment: 15, scope: 'day' },
      budget: { kind: 'money', amount: 1_800_000 },
    },
    {
      ...engagement('harbor', { kind: 'hourly', rate: 15_500 }, perWeek(8), 5),
      status: 'prospect',
      probability: 60,
      start: addDays(monday, 8),
      origin: { kind: 'referral', from: 'Dr. Mira Okafor, Lumen Health' },
      nextContact: addDays(monday, 4),
    },
  ]
}

/** A price in three instalments: one that was due when the work began, one with the milestone, one at the end. */
function fixedPrice(words: SampleWords, monday: Day): Terms {
  return {
    kind: 'fixed',
    price: 900_000,
    instalments: [
      {
        id: 'fable-start',
        title: words.instalments.start,
        amount: 300_000,
        on: { kind: 'day', day: addDays(monday, -7 * 9) },
      },
      {
        id: 'fable-milestone',
        title: words.deliverables.milestone,
        amount: 350_000,
        on: { kind: 'deliverable', deliverableId: 'milestone-2' },
      },
      { id: 'fable-end', title: words.instalments.end, amount: 250_000, on: { kind: 'end' } },
    ],
  }
}

/** What is due at the sample's clients; the milestone cannot be met in the time that is left. */
export function sampleDeliverables(words: SampleWords, monday: Day): Deliverable[] {
  const deliverable = (
    id: string,
    engagementId: string,
    title: string,
    [release, due]: readonly [Day | null, Day],
    hours: number,
    left: number,
  ): Deliverable => ({
    id,
    engagementId,
    title,
    release,
    due,
    estimateMinutes: hours * 60,
    remainingMinutes: left * 60,
    done: left === 0,
    areaId: 'delivery',
    notes: '',
    order: 1,
  })
  return [
    deliverable(
      'milestone-1',
      'fable-1',
      words.deliverables.prototype,
      [addDays(monday, -7 * 10), addDays(monday, -7 * 3 + 2)],
      40,
      0,
    ),
    deliverable(
      'milestone-2',
      'fable-1',
      words.deliverables.milestone,
      [addDays(monday, -7 * 3), addDays(monday, 11)],
      48,
      30,
    ),
    deliverable(
      'launch',
      'fable-1',
      words.deliverables.launch,
      [addDays(monday, 14), addDays(monday, 7 * 8 + 3)],
      24,
      24,
    ),
    deliverable('audit', 'lumen-1', words.deliverables.audit, [null, addDays(monday, 3)], 16, 8),
    deliverable('roadmap', 'northwind-1', words.deliverables.roadmap, [null, addDays(monday, 25)], 30, 12),
  ]
}

/** The agreements of the sample; the statement of work with Orbit must be given notice within three weeks, or renews. */
export function sampleAgreements(words: SampleWords, monday: Day): Agreement[] {
  const since = addDays(monday, -7 * 26)
  const agreement = (
    id: keyof SampleWords['agreements'],
    clientId: string,
    given: Pick<Agreement, 'kind' | 'order'> & Partial<Agreement>,
  ): Agreement => ({
    id: `agreement-${id}`,
    clientId,
    title: words.agreements[id],
    parties: '',
    signed: addDays(since, -10),
    start: since,
    end: null,
    renewalMonths: null,
    noticeDays: null,
    confidentialUntil: null,
    file: '',
    notes: '',
    ...given,
  })
  return [
    agreement('northwindMaster', 'northwind', { kind: 'master', noticeDays: 90, order: 1 }),
    agreement('northwindOracle', 'northwind', {
      kind: 'vendor',
      parties: 'Oracle',
      end: addDays(monday, 7 * 40),
      renewalMonths: 12,
      noticeDays: 60,
      order: 2,
    }),
    agreement('lumenNda', 'lumen', { kind: 'nda', confidentialUntil: addDays(monday, 7 * 150), order: 3 }),
    agreement('orbitMaster', 'orbit', { kind: 'master', order: 4 }),
    agreement('orbitWork', 'orbit', {
      kind: 'work',
      end: addDays(monday, 7 * 8 - 1),
      renewalMonths: 6,
      noticeDays: 30,
      order: 5,
    }),
  ]
}
