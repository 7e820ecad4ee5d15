import { type Client, newClient } from '../../shared/plan/client.ts'
import { type Engagement, newEngagement, type Terms } from '../../shared/plan/engagement.ts'
import type { Language } from '../../shared/plan/fields.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { contact } from './clients.ts'
import type { SampleWords } from './words.ts'

/** Past clients of the sample: archived, so that they are no rows of the week; one waits to be called. */
export function samplePastClients(language: Language, zone: string, monday: Day): Client[] {
  const common = { currency: 'EUR', zone, language } as const
  return [
    {
      ...newClient({ ...common, id: 'kestrel', name: 'Kestrel Foods', colour: 'rust', order: 6 }),
      code: 'KES',
      email: 'office@kestrel.example',
      contacts: [
        {
          ...contact('Paul Adeyemi', 'CEO', 'paul@kestrel.example'),
          nextContact: addDays(monday, -4),
          touchDays: 91,
        },
      ],
      archived: true,
    },
    {
      ...newClient({ ...common, id: 'tidal', name: 'Tidal Logistics', colour: 'indigo', order: 7 }),
      code: 'TID',
      contacts: [contact('Carla Brandt', 'CFO', 'carla@tidal.example')],
      nextContact: addDays(monday, 60),
      touchDays: 182,
      archived: true,
    },
  ]
}

const daily: Terms = { kind: 'daily', rate: 110_000, minutesPerDay: 480, halfDays: true }

/** Two more prospects beside the one that has sessions; and what is over: two engagements with their outcome, one that was never won. */
export function samplePipeline(words: SampleWords, monday: Day): Engagement[] {
  const { pipeline } = words
  const weeks = (count: number, days = 0) => addDays(monday, 7 * count + days)
  const engagement = (
    given: Pick<Engagement, 'id' | 'clientId' | 'name' | 'start' | 'order'> & Partial<Engagement>,
  ) => newEngagement({ terms: [{ from: given.start ?? monday, terms: daily }], ...given })
  const prospect = { status: 'prospect', probability: 30 } as const
  const closed = { status: 'closed' } as const
  return [
    engagement({
      ...prospect,
      id: 'orbit-2',
      clientId: 'orbit',
      name: pipeline.orbit,
      start: weeks(10),
      end: weeks(35, 4),
      terms: [{ from: weeks(10), terms: { kind: 'hourly', rate: 15_000 } }],
      commitments: [{ from: weeks(10), commitment: { kind: 'hoursPerWeek', minutes: 240 } }],
      origin: { kind: 'existing', from: 'Sam Rivera' },
      nextContact: weeks(1, 1),
      order: 6,
    }),
    engagement({
      ...prospect,
      probability: 20,
      id: 'harbor-2',
      clientId: 'harbor',
      name: pipeline.harbor,
      start: weeks(12),
      terms: [{ from: weeks(12), terms: { kind: 'fixed', price: 1_800_000, instalments: [] } }],
      commitments: [{ from: weeks(12), commitment: { kind: 'hoursPerWeek', minutes: 600 } }],
      origin: { kind: 'event', from: pipeline.event },
      order: 7,
    }),
    engagement({
      ...closed,
      id: 'northwind-0',
      clientId: 'northwind',
      name: pipeline.northwind.name,
      start: weeks(-52),
      end: weeks(-38, 4),
      origin: { kind: 'network', from: 'Ada Lindqvist' },
      outcome: { kind: 'completed', on: weeks(-38, 4), reason: '', result: pipeline.northwind.result },
      order: 8,
    }),
    engagement({
      ...closed,
      id: 'kestrel-1',
      clientId: 'kestrel',
      name: pipeline.kestrel.name,
      start: weeks(-96),
      end: weeks(-57, 4),
      origin: { kind: 'referral', from: 'Ada Lindqvist, Northwind' },
      outcome: { kind: 'completed', on: weeks(-57, 4), reason: '', result: pipeline.kestrel.result },
      order: 9,
    }),
    engagement({
      ...closed,
      id: 'tidal-1',
      clientId: 'tidal',
      name: pipeline.tidal.name,
      start: weeks(-18),
      origin: { kind: 'search', from: '' },
      outcome: { kind: 'lost', on: weeks(-24, 2), reason: pipeline.tidal.reason, result: '' },
      order: 10,
    }),
  ]
}
