import { describe, expect, it } from 'vitest'
import { AskedPlaces } from '../../../electron/start/asked.ts'
import { startRequest } from '../../../electron/start/startRequest.ts'
import type { Destination } from '../../../shared/ipc/contract.ts'

const quickAdd = { to: 'action', id: 'session.quick' }
const nothing = { hidden: false, safe: false, destination: null, calendars: [] }

describe('what a start asks for', () => {
  it.each([
    [[], nothing],
    [['.'], nothing],
    [['--hidden'], { ...nothing, hidden: true }],
    [['--safe-mode', '--hidden'], { ...nothing, safe: true, hidden: true }],
    [['--quick-add'], { ...nothing, destination: quickAdd }],
    // What is asked for is shown.
    [['--hidden', '--quick-add'], { ...nothing, destination: quickAdd }],
    [['headroom:invoices'], { ...nothing, destination: { to: 'action', id: 'go.invoices' } }],
    [
      ['--no-sandbox', 'headroom:week', 'headroom:nonsense'],
      { ...nothing, destination: { to: 'week', day: null, occurrence: null } },
    ],
    [
      ['/home/a/Plan.ics', 'headroom:quick-add'],
      { ...nothing, destination: quickAdd, calendars: ['/home/a/Plan.ics'] },
    ],
    [['--quick-add=2h', '--hiddenly', 'quick-add'], nothing],
    // A link is never a file, whatever it is called.
    [['headroom:session/x.ics'], { ...nothing, destination: { to: 'week', day: null, occurrence: 'x.ics' } }],
    [['headroom:../../x.ics'], nothing],
  ])('%j', (args, asked) => {
    expect(startRequest(args, '/tmp')).toEqual(asked)
  })
})

describe('a place that is asked for', () => {
  const to = (id: string): Destination => ({ to: 'action', id })

  it('waits for the window; the last one counts, and each is gone to once', () => {
    const asked = new AskedPlaces()
    asked.add(null)
    expect(asked.waits).toBe(false)
    asked.add(to('go.time'))
    asked.add(to('go.invoices'))
    expect(asked.waits).toBe(true)
    const gone: Destination[] = []
    asked.give((place) => gone.push(place))
    asked.add(to('session.quick'))
    expect(gone).toEqual([to('go.invoices'), to('session.quick')])
    expect(asked.waits).toBe(false)
  })
})
