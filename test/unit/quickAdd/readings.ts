/** A practice whose names are easy to confuse, and how a reading is written in one line of a table. */
import type { LineContext, Reading } from '../../../shared/quickAdd/reading.ts'
import { readLine } from '../../../shared/quickAdd/readLine.ts'
import { aClient, aDeliverable, anEngagement, aPlan } from '../../support/builders.ts'

const client = (id: string, name: string, order: number, code = '') =>
  aClient({ id, name, order, code, zone: 'Europe/Berlin' })
const engagement = (
  id: string,
  clientId: string,
  name: string,
  given: Partial<Parameters<typeof anEngagement>[0]> = {},
) => anEngagement({ id, clientId, name, ...given })

const base = aPlan({
  clients: [
    client('northwind', 'Northwind', 1, 'NW'),
    client('lumen', 'Lumen Health', 2),
    client('acme', 'Acme GmbH', 3),
    client('orbit', 'Orbit Labs', 4),
    client('globex', 'Globex Berlin', 5),
    client('globex-uk', 'Globex London', 6),
    client('idle', 'Idle & Sons', 7),
  ],
  engagements: [
    engagement('northwind-cto', 'northwind', 'Fractional CTO'),
    engagement('lumen-board', 'lumen', 'Advisory'),
    engagement('acme-cto', 'acme', 'Interim CTO'),
    engagement('acme-audit', 'acme', 'Security audit', { order: 2 }),
    engagement('orbit-lead', 'orbit', 'Due diligence', { status: 'prospect', probability: 50 }),
    engagement('globex-1', 'globex', 'Roadmap'),
    engagement('globex-2', 'globex-uk', 'Platform review'),
    engagement('idle-old', 'idle', 'Old work', { status: 'closed' }),
  ],
  deliverables: [
    aDeliverable(),
    aDeliverable({ id: 'pen-test', engagementId: 'acme-audit', title: 'Pen test' }),
  ],
})

export const plan = {
  ...base,
  practice: {
    ...base.practice,
    areas: {
      risk: { id: 'risk', name: 'Risk & security', archived: false, order: 1 },
      vendors: { id: 'vendors', name: 'Vendors & contracts', archived: false, order: 2 },
      team: { id: 'team', name: 'Team leadership', archived: false, order: 3 },
      tech: { id: 'tech', name: 'Technology evaluation', archived: false, order: 4 },
    },
  },
}

/** 09:30 on Tuesday 24 November 2026 in Berlin. */
export const context: LineContext = { plan, now: '2026-11-24T09:30', dateOrder: 'day-month', language: 'en' }

export function read(line: string, given: Partial<LineContext> = {}): Reading {
  return readLine(line, { ...context, ...given })
}

/** A reading in words: whom · title · days · time · length · the rest. What the line leaves open is left out. */
export function told(reading: Reading): string {
  const { forWhom, days, minute, minutes } = reading
  const clock = (m: number) =>
    `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
  const whom = {
    nobody: () => '-',
    named: () => (forWhom.kind === 'named' ? (forWhom.id ?? 'own') : ''),
    several: () => (forWhom.kind === 'several' ? `${forWhom.likely ?? ''}?${forWhom.ids.join('|')}` : ''),
    without: () => 'without',
  }[forWhom.kind]()
  const when = {
    free: () => (days.kind === 'free' ? `free ${days.from}..${days.to ?? ''}` : ''),
    days: () => (days.kind === 'days' ? days.days.join(',') : ''),
    working: () => (days.kind === 'working' ? `working ${days.from}..${days.to}` : ''),
    series: () => (days.kind === 'series' ? `${days.first} ${days.rule}` : ''),
  }[days.kind]()
  const others = [
    reading.kind,
    reading.status,
    reading.billable === null ? null : reading.billable ? 'billable' : 'not billable',
    reading.zone,
    reading.areaId === null ? null : `#${reading.areaId}`,
    reading.deliverableId === null ? null : `→${reading.deliverableId}`,
    ...reading.problems.map(({ code }) => `!${code}`),
  ]
  const isAnyDay = when === 'free 2026-11-24..'
  return [
    whom,
    reading.title ?? '-',
    ...(isAnyDay ? [] : [when]),
    ...(minute === null ? [] : [clock(minute)]),
    ...(minutes === null ? [] : [`${minutes}m`]),
    ...others.filter((other) => other !== null),
  ].join(' · ')
}
