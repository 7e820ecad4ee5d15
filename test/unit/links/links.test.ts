import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Destination } from '../../../shared/ipc/contract.ts'
import { readLink } from '../../../shared/links/links.ts'
import { times } from '../../support/effort.ts'

/** A place by its kind, with what names it where that is from a fixed set or of a fixed shape. */
function told(place: Destination): string {
  if (place.to === 'action') return `action:${place.id}`
  return place.to === 'day' ? `day:${place.day}` : place.to
}

describe('[L1] links into the app', () => {
  it.each([
    ['headroom:week', { to: 'week', day: null, occurrence: null }],
    ['headroom:week/2026-11-24', { to: 'week', day: '2026-11-24', occurrence: null }],
    ['headroom:day/2026-11-24', { to: 'day', day: '2026-11-24' }],
    ['headroom://week/2026-11-24/', { to: 'week', day: '2026-11-24', occurrence: null }],
    ['HEADROOM:quick-add', { to: 'action', id: 'session.quick' }],
    ['headroom:attention', { to: 'action', id: 'attention.thisWeek' }],
    ['headroom:invoices', { to: 'action', id: 'go.invoices' }],
    ['headroom:client/northwind', { to: 'client', clientId: 'northwind' }],
    ['headroom:session/call', { to: 'week', day: null, occurrence: 'call' }],
    [
      'headroom:session/weekly%402026-11-24T10%3A30',
      { to: 'week', day: null, occurrence: 'weekly@2026-11-24T10:30' },
    ],
  ])('%s leads to its place', (link, place) => {
    expect(readLink(link)).toEqual(place)
  })

  it.each([
    'headroom:',
    'headroom://',
    'headroom:nothing',
    'headroom:constructor',
    'headroom:__proto__',
    'headroom:week/2026-02-30',
    'headroom:week/today',
    'headroom:day/2026-02-30',
    'headroom:week/2026-11-24/x',
    'headroom:week?day=2026-11-24',
    'headroom:week#x',
    'headroom:client/',
    'headroom:client/../../etc',
    'headroom:client/__proto__',
    'headroom:client/%2e%2e%2fetc',
    'headroom:session/%',
    'headroom:session/a@b',
    'headroom:session/a%0Ab',
    'headroom:file///etc/passwd',
    'headroom:attention/now',
    'headroom:undo',
    'headroom:go.invoices',
    'headroom:week\nheadroom:week',
    ' headroom:week',
    'xheadroom:week',
    '--quick-add',
    'file:///etc/passwd',
    `headroom:client/${'a'.repeat(500)}`,
    '',
  ])('%j leads nowhere', (link) => {
    expect(readLink(link)).toBeNull()
  })

  it('whatever stands behind the scheme, nothing but the listed places and actions comes out', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('week', 'session', 'client', 'day', '/', '//', '%2f', '@', '2026-11-24', '..'),
    )
    const allowed =
      /^(week|day:\d{4}-\d\d-\d\d|client|action:(session\.quick|time\.confirm|timer\.edit|attention\.thisWeek|go\.(horizon|clients|pipeline|time|invoices|insights|settings)))$/
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const place = readLink(`headroom:${parts.join('')}`)
        if (place === null) return
        expect(told(place)).toMatch(allowed)
      }),
      { numRuns: times(1000, 20_000) },
    )
  })
})
