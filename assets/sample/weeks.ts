import { newSession, type Session, type SessionKind } from '../../shared/plan/session.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import type { SampleWords } from './words.ts'

/** A session of the sample before it gets what all have in common. */
export type Drawn = Pick<Session, 'engagementId' | 'title' | 'kind' | 'start' | 'minutes' | 'billable'> &
  Partial<Pick<Session, 'status' | 'areaId' | 'deliverableId'>>

type Title = keyof SampleWords['titles']
type Client = 'northwind' | 'lumen' | 'fable' | 'orbit' | 'harbor' | 'own'
/** weekday (0 is Monday), start, minutes, client, title, kind, area, deliverable */
type Row = readonly [number, string, number, Client, Title, SessionKind, string, string?]

function draw(words: SampleWords, monday: Day, rows: readonly Row[]): Drawn[] {
  return rows.map(([weekday, time, minutes, client, title, kind, areaId, deliverableId]) => ({
    engagementId: client === 'own' ? null : `${client}-1`,
    title: words.titles[title],
    kind,
    start: `${addDays(monday, weekday)}T${time}`,
    minutes,
    billable: client !== 'own' && client !== 'harbor',
    areaId,
    ...(client === 'harbor' ? { status: 'tentative' as const } : {}),
    ...(deliverableId === undefined ? {} : { deliverableId }),
  }))
}

/** The sessions that recur: they reach from the past over the current week into the future. */
export function sampleSeries(words: SampleWords, monday: Day, zone: string): Session[] {
  const start = addDays(monday, -7 * 12)
  const series = (
    id: string,
    client: Client,
    title: Title,
    kind: SessionKind,
    [weekday, time, minutes]: readonly [number, string, number],
    areaId: string,
    more: Partial<Session> & { readonly every?: number } = {},
  ): Session => {
    const { every = 1, ...rest } = more
    const code = ['MO', 'TU', 'WE', 'TH', 'FR'][weekday]
    return newSession({
      id,
      engagementId: client === 'own' ? null : `${client}-1`,
      title: words.titles[title],
      kind,
      start: `${addDays(start, weekday)}T${time}`,
      minutes,
      zone,
      areaId,
      recurrence: {
        rule: `FREQ=WEEKLY${every === 1 ? '' : `;INTERVAL=${every}`};BYDAY=${code}`,
        except: [],
        extra: [],
        changed: {},
      },
      ...rest,
    })
  }
  return [
    series('series-ones', 'lumen', 'oneOnOnes', 'meeting', [0, '14:00', 120], 'team'),
    series('series-demo', 'fable', 'demo', 'meeting', [0, '16:00', 60], 'delivery', { every: 2 }),
    series('series-steering', 'northwind', 'steering', 'meeting', [1, '09:30', 90], 'strategy', { every: 2 }),
    series('series-report', 'northwind', 'report', 'focus', [4, '09:00', 150], 'strategy'),
    series('series-call', 'orbit', 'call', 'meeting', [3, '10:00', 60], 'technology', {
      zone: 'America/New_York',
    }),
  ]
}

/** The current week: double-booked on Tuesday, over capacity on three days, more than the retainer, a milestone that cannot be met. */
export function currentWeek(words: SampleWords, monday: Day): Drawn[] {
  return draw(words, monday, [
    [0, '09:00', 210, 'northwind', 'roadmap', 'focus', 'strategy', 'roadmap'],
    [1, '10:30', 45, 'lumen', 'board', 'meeting', 'strategy'],
    [1, '11:00', 120, 'northwind', 'vendor', 'focus', 'vendors'],
    [1, '13:00', 60, 'own', 'invoicing', 'admin', 'own'],
    [1, '14:00', 180, 'lumen', 'risk', 'focus', 'risk'],
    [1, '17:00', 90, 'fable', 'notes', 'focus', 'delivery', 'milestone-2'],
    [2, '09:00', 180, 'northwind', 'hiring', 'meeting', 'team'],
    [2, '12:00', 30, 'own', 'accountant', 'admin', 'own'],
    [2, '13:00', 195, 'lumen', 'audit', 'focus', 'risk', 'audit'],
    [2, '16:30', 150, 'fable', 'pipeline', 'focus', 'delivery', 'milestone-2'],
    [3, '09:00', 240, 'lumen', 'audit', 'focus', 'risk', 'audit'],
    [3, '14:00', 120, 'fable', 'milestone', 'focus', 'delivery', 'milestone-2'],
    [4, '12:00', 105, 'harbor', 'scoping', 'meeting', 'strategy'],
  ])
}

/** A week that has been worked. Three shapes take turns so that no two neighbours are alike. */
export function pastWeek(words: SampleWords, monday: Day, index: number): Drawn[] {
  const shapes: readonly (readonly Row[])[] = [
    [
      [0, '09:00', 210, 'northwind', 'roadmap', 'focus', 'strategy'],
      [1, '11:15', 105, 'northwind', 'vendor', 'focus', 'vendors'],
      [1, '14:00', 180, 'lumen', 'risk', 'focus', 'risk'],
      [2, '09:00', 180, 'northwind', 'hiring', 'meeting', 'team'],
      [2, '14:00', 180, 'fable', 'pipeline', 'focus', 'delivery'],
      [3, '09:00', 240, 'lumen', 'audit', 'focus', 'risk'],
      [3, '14:00', 60, 'own', 'invoicing', 'admin', 'own'],
      [3, '15:00', 60, 'lumen', 'audit', 'focus', 'risk'],
      [4, '11:30', 90, 'lumen', 'board', 'meeting', 'strategy'],
    ],
    [
      [0, '09:00', 240, 'northwind', 'budget', 'focus', 'strategy'],
      [1, '11:15', 105, 'lumen', 'board', 'meeting', 'strategy'],
      [1, '14:00', 240, 'fable', 'pipeline', 'focus', 'delivery'],
      [2, '09:00', 240, 'northwind', 'hiring', 'meeting', 'team'],
      [2, '14:00', 240, 'lumen', 'risk', 'focus', 'risk'],
      [3, '09:00', 180, 'northwind', 'due', 'focus', 'technology'],
      [3, '13:00', 120, 'orbit', 'notes', 'focus', 'technology'],
      [3, '15:00', 60, 'lumen', 'audit', 'focus', 'risk'],
      [4, '11:30', 90, 'lumen', 'risk', 'focus', 'risk'],
    ],
    [
      [0, '09:00', 180, 'northwind', 'roadmap', 'focus', 'strategy'],
      [1, '11:15', 105, 'orbit', 'due', 'focus', 'technology'],
      [1, '14:00', 210, 'lumen', 'audit', 'focus', 'risk'],
      [2, '09:00', 240, 'northwind', 'vendor', 'focus', 'vendors'],
      [2, '14:00', 240, 'fable', 'milestone', 'focus', 'delivery'],
      [3, '09:00', 180, 'lumen', 'audit', 'focus', 'risk'],
      [3, '14:00', 45, 'own', 'accountant', 'admin', 'own'],
      [3, '15:00', 60, 'lumen', 'risk', 'focus', 'risk'],
      [4, '11:30', 90, 'lumen', 'audit', 'focus', 'risk'],
    ],
  ]
  return draw(words, monday, shapes[index % shapes.length] ?? [])
}

/** A week ahead: thinner the further away it is, as real plans are. */
export function futureWeek(words: SampleWords, monday: Day, ahead: number): Drawn[] {
  const rows: readonly Row[] = [
    [2, '09:00', 240, 'northwind', 'roadmap', 'focus', 'strategy', 'roadmap'],
    [1, '14:00', 180, 'lumen', 'risk', 'focus', 'risk'],
    [0, '09:00', 240, 'northwind', 'hiring', 'meeting', 'team'],
    [3, '09:00', 240, 'fable', 'milestone', 'focus', 'delivery', 'milestone-2'],
    [1, '11:15', 105, 'northwind', 'vendor', 'focus', 'vendors'],
    [2, '14:00', 120, 'orbit', 'due', 'focus', 'technology'],
  ]
  const due = ahead > 1 ? rows.filter((row) => row[7] !== 'milestone-2') : rows
  return draw(words, monday, due.slice(0, Math.max(2, 7 - ahead)))
}
