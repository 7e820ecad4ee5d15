import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Timer } from '../../../shared/plan/timer.ts'
import type { Gap } from '../../../shared/timer/gap.ts'
import { secondOf } from '../../../shared/timer/instant.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

/** The window's clock stands at 09:30 in Berlin on Tuesday 24 November 2026. */
const aTimer: Timer = {
  entryId: 'timer-1',
  startedAt: '2026-11-24T07:48:20Z',
  zone: 'Europe/Berlin',
  engagementId: 'northwind-cto',
  deliverableId: null,
  areaId: null,
  note: 'Hiring plan',
  billable: true,
  session: null,
  keptThrough: null,
}

const planWith = (timer: Timer | null): Plan => {
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', colour: 'teal', order: 2 })],
    engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Advisory' })],
    sessions: [aSession({ id: 'roadmap', start: '2026-11-24T10:00' })],
    entries: [anEntry({ engagementId: 'lumen-1' })],
  })
  return { ...plan, practice: { ...plan.practice, timer } }
}

const gap = (from: string, to: string, why: Gap['why'] = 'asleep'): Gap => ({
  from: secondOf(`2026-11-24T${from}Z`),
  to: secondOf(`2026-11-24T${to}Z`),
  why,
})

/** The entries that the timer wrote, as `start minutes engagement note`. */
const logged = (plan: Plan) =>
  Object.values(plan.years['2026']?.entries ?? {})
    .filter(({ id }) => id !== 'entry-1')
    .map(({ start, minutes, engagementId, note }) => `${start} ${minutes} ${engagementId ?? 'own'} ${note}`)

const panel = () => screen.getByRole('region', { name: 'Timer' })

async function appWith(timer: Timer | null, gaps: readonly Gap[] = []) {
  const app = await renderApp(planWith(timer))
  if (gaps.length > 0) act(() => app.main.emit('timer/gaps', { gaps }))
  return app
}

describe('the timer in the sidebar', () => {
  it('R asks what for, and Enter starts it for the engagement used last', async () => {
    const { main, user } = await appWith(null)
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: 'Start the timer' })
    expect(within(dialog).getByRole('combobox', { name: /What for/ })).toHaveValue('Lumen · Advisory')
    await user.keyboard('Board paper{Enter}')
    await waitFor(() =>
      expect(main.plan.practice.timer).toMatchObject({
        startedAt: '2026-11-24T08:30:00Z',
        zone: 'Europe/Berlin',
        engagementId: 'lumen-1',
        note: 'Board paper',
        billable: true,
        session: null,
      }),
    )
    expect(panel()).toHaveTextContent('0:00Board paperLumen')
    expect(panel()).toHaveAttribute('data-colour', 'teal')
  })

  it('the session that is next starts by one press', async () => {
    const { main, user } = await appWith(null)
    await user.click(screen.getByRole('button', { name: /Start timer/ }))
    await user.click(await screen.findByRole('button', { name: /Platform roadmap · Northwind/ }))
    await waitFor(() =>
      expect(main.plan.practice.timer?.session).toEqual({ sessionId: 'roadmap', original: null }),
    )
  })

  it('shows what would be logged, and one press stops it, which Undo takes back', async () => {
    const { main, user } = await appWith(aTimer)
    expect(panel()).toHaveTextContent('0:42Hiring planNorthwind')
    await user.click(within(panel()).getByRole('button', { name: 'Stop timer' }))
    await waitFor(() =>
      expect([main.plan.practice.timer, logged(main.plan)]).toEqual([
        null,
        ['2026-11-24T08:48 42 northwind-cto Hiring plan'],
      ]),
    )
    expect(await screen.findByText('Timer stopped: Hiring plan · Northwind, 42 min logged')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(main.plan.practice.timer).toEqual(aTimer))
  })

  it('switching is one step', async () => {
    const { main, user } = await appWith(aTimer)
    await user.click(within(panel()).getByRole('button', { name: 'Switch to' }))
    await user.click(await screen.findByRole('button', { name: 'Switch' }))
    await waitFor(() => expect(main.plan.practice.timer?.engagementId).toBe('lumen-1'))
    expect(logged(main.plan)).toHaveLength(1)
    expect(main.requests.filter(({ name }) => name === 'plan/execute')).toHaveLength(1)
  })

  it('R on a session of the week starts the timer for it, and stops it', async () => {
    const { main, user } = await appWith(null)
    const block = await screen.findByRole('button', { name: /^Platform roadmap/ })
    act(() => block.focus())
    await user.keyboard('r')
    await waitFor(() => expect(main.plan.practice.timer?.note).toBe('Platform roadmap'))
    await user.keyboard('r')
    await waitFor(() => expect(main.plan.practice.timer).toBeNull())
    expect(logged(main.plan)).toEqual(['2026-11-24T09:30 1 northwind-cto Platform roadmap'])
  })

  it('the palette starts it for an engagement', async () => {
    const { main, user } = await appWith(null)
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Commands' }), 'timer advis')
    expect((await screen.findAllByRole('option'))[0]).toHaveTextContent('Start timer: Advisory')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(main.plan.practice.timer?.engagementId).toBe('lumen-1'))
  })
})

describe('editing the timer', () => {
  const opened = async () => {
    const app = await appWith(aTimer)
    await app.user.click(within(panel()).getByRole('button', { name: /Hiring plan/ }))
    return { ...app, dialog: await screen.findByRole('dialog', { name: 'Timer' }) }
  }

  it('a note is kept by Enter', async () => {
    const { main, user, dialog } = await opened()
    const note = within(dialog).getByRole('textbox', { name: 'Note' })
    await user.clear(note)
    await user.type(note, 'Call with Ann{Enter}')
    await waitFor(() => expect(main.plan.practice.timer).toEqual({ ...aTimer, note: 'Call with Ann' }))
  })

  it('its start is moved when the time is left, and not into the future', async () => {
    const { main, user, dialog } = await opened()
    const hour = within(dialog).getByRole('spinbutton', { name: /hour/ })
    await user.click(hour)
    await user.keyboard('07')
    await user.click(within(dialog).getByRole('heading', { name: 'Timer' }))
    await waitFor(() => expect(main.plan.practice.timer?.startedAt).toBe('2026-11-24T06:48:00Z'))
    await user.click(hour)
    await user.keyboard('22')
    expect(await within(dialog).findByText('The timer cannot start in the future.')).toBeVisible()
    expect(main.plan.practice.timer?.startedAt).toBe('2026-11-24T06:48:00Z')
  })

  it('discarded it logs nothing', async () => {
    const { main, user, dialog } = await opened()
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(main.plan.practice.timer).toBeNull())
    expect(logged(main.plan)).toEqual([])
  })
})

describe('a gap', () => {
  const question = () => screen.findByRole('dialog', { name: 'What about this time?' })
  const half = gap('07:58:20', '08:20:40')

  it('is asked about, with its reason, times and length; no answer is chosen for anybody', async () => {
    await appWith(aTimer, [half])
    const dialog = await question()
    expect(dialog).toHaveTextContent('08:58 – 09:20 (22 min): the computer slept.')
    expect(
      within(dialog)
        .getAllByRole('radio')
        .map((radio) => (radio as HTMLInputElement).checked),
    ).toEqual([false, false, false])
    expect(within(dialog).getByRole('button', { name: 'Continue' })).toBeDisabled()
  })

  it('kept, the timer goes on, in a step that is told with its undo', async () => {
    const { main, user } = await appWith(aTimer, [half])
    await user.click(within(await question()).getByRole('radio', { name: /keep it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(main.plan.practice.timer?.keptThrough).toBe('2026-11-24T08:20:40Z'))
    expect([{ ...main.plan.practice.timer, keptThrough: null }, logged(main.plan)]).toEqual([aTimer, []])
    expect(screen.queryByRole('dialog')).toBeNull()
    await screen.findByText('Kept as work.')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(main.plan.practice.timer).toEqual(aTimer))
  })

  it('dropped, what lies before is logged and the timer starts anew at its end', async () => {
    const { main, user } = await appWith(aTimer, [half])
    await user.click(within(await question()).getByRole('radio', { name: /drop it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(main.plan.practice.timer?.startedAt).toBe('2026-11-24T08:20:40Z'))
    expect(logged(main.plan)).toEqual(['2026-11-24T08:48 10 northwind-cto Hiring plan'])
  })

  it('given to other work, that is logged, too', async () => {
    const { main, user } = await appWith(aTimer, [half])
    await user.click(within(await question()).getByRole('radio', { name: /elsewhere/ }))
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Tax return')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() =>
      expect(logged(main.plan)).toEqual([
        '2026-11-24T08:48 10 northwind-cto Hiring plan',
        '2026-11-24T08:58 22 own Tax return',
      ]),
    )
  })

  it('put off, it waits in the sidebar; stopping asks first, and does both in one step', async () => {
    const { main, user } = await appWith(aTimer, [half])
    await user.click(within(await question()).getByRole('button', { name: 'Decide later' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(within(panel()).getByRole('button', { name: 'A gap waits for your answer' })).toBeVisible()
    await user.keyboard('{Shift>}R{/Shift}')
    expect(await question()).toHaveTextContent('The timer stops after that.')
    expect(main.plan.practice.timer).toEqual(aTimer)
    await user.click(screen.getByRole('radio', { name: /drop it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(main.plan.practice.timer).toBeNull())
    expect(logged(main.plan)).toEqual([
      '2026-11-24T08:48 10 northwind-cto Hiring plan',
      '2026-11-24T09:20 10 northwind-cto Hiring plan',
    ])
    expect(main.requests.filter(({ name }) => name === 'plan/execute')).toHaveLength(1)
  })

  it('several are asked one after the other', async () => {
    const { user } = await appWith(aTimer, [half, gap('08:25:00', '08:29:00', 'locked')])
    expect(await question()).toHaveTextContent('One more gap follows.')
    await user.click(screen.getByRole('radio', { name: /keep it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await question()).toHaveTextContent('09:25 – 09:29 (4 min): the screen was locked.')
  })

  it('what main refuses is asked again', async () => {
    const { main, user } = await appWith(aTimer, [half])
    main.gaps = [half]
    main.refuseNext = { path: [], code: 'not-saved', params: {} }
    await user.click(within(await question()).getByRole('radio', { name: /drop it/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await question()).toHaveTextContent('08:58 – 09:20')
    expect(main.plan.practice.timer).toEqual(aTimer)
  })
})
