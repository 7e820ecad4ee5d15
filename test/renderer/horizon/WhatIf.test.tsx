import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
// Loaded here, so that no test waits for the first one to open it.
import '../../../renderer/horizon/HorizonScreen.tsx'
import { placeNow } from '../../../renderer/state/navigation.ts'
import { planNow } from '../../../renderer/state/plan.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Scenario, ScenarioChange } from '../../../shared/plan/scenario.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const weekly = (minutes: number, from = '2026-01-01') => [
  { from, commitment: { kind: 'hoursPerWeek' as const, minutes } },
]

/** On Tuesday 24 November 2026: 20 of 36 hours promised, a prospect of 10 hours at 50 %, one session in December. */
const practice = aPlan({
  clients: [aClient(), aClient({ id: 'harbor', name: 'Harbor', colour: 'teal', order: 2 })],
  engagements: [
    anEngagement({ commitments: weekly(1200) }),
    anEngagement({
      id: 'harbor-1',
      clientId: 'harbor',
      name: 'Audit',
      status: 'prospect',
      probability: 50,
      start: '2026-12-07',
      commitments: weekly(600, '2026-12-07'),
    }),
  ],
  deliverables: [aDeliverable()],
  sessions: [aSession({ id: 'one', start: '2026-12-02T09:00' })],
})

const take: ScenarioChange = { kind: 'take', engagementId: 'harbor-1', from: '2026-12-07', minutes: 1200 }
const drop: ScenarioChange = { kind: 'drop', clientId: 'northwind', from: '2026-12-01' }

function withScenario(...changes: ScenarioChange[]): Plan {
  const scenario: Scenario = { id: 's1', name: 'Bigger plans', changes, order: 1 }
  return { ...practice, practice: { ...practice.practice, scenarios: { s1: scenario } } }
}

const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

async function opened(plan: Plan) {
  const app = await renderApp(plan)
  await app.user.keyboard('h')
  const table = await screen.findByRole('table', { name: 'Scenarios side by side' })
  const computed = () => waitFor(() => expect(table).toHaveAttribute('aria-busy', 'false'))
  await computed()
  /** The texts of a line's cells, its name first. */
  const line = (name: RegExp) =>
    within(within(table).getByRole('rowheader', { name }).closest('tr') as HTMLElement)
      .getAllByRole('cell')
      .map((cell) => plain(cell.textContent))
  return { ...app, table, line, computed }
}

/** What is promised to a client in a week of the grid. */
const promised = (client: string, week: number) =>
  plain(
    within(
      screen.getByRole('rowheader', { name: client }).closest('[role="row"]') as HTMLElement,
    ).getAllByRole('gridcell')[week]?.textContent,
  )

describe('what if', () => {
  it('opens from anywhere by its key, teaches while there is nothing, and closes by the same', async () => {
    const { user } = await opened(practice)
    expect(placeNow()).toMatchObject({ screen: 'horizon' })
    expect(screen.getByText('Try a decision before you take it')).toBeVisible()
    expect(screen.getByRole('button', { name: 'New scenario' })).toHaveFocus()
    expect(screen.getByRole('button', { name: 'What if' })).toHaveAttribute('aria-expanded', 'true')
    await user.keyboard('h')
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('[U9] holds a scenario against the plan, and shows it in the grid while it is on; nothing is changed', async () => {
    const { user, line } = await opened(withScenario(take))
    expect(screen.getByText('The horizon shows your plan.')).toBeVisible()
    const before = planNow()
    const scenario = line(/Bigger plans/)
    // 16 hours in 25 weeks, and seven and a half in the rest of this one.
    expect(line(/The plan as it is/).slice(0, 3)).toEqual(['15 h 40', '7 h 3023 Nov 2026', '0'])
    // From 7 December on 40 hours of 36 are promised: 24 of 26 weeks.
    expect(scenario[2]).toBe('24+24')
    expect(scenario[4]).toMatch(/\+€57,600$/)
    expect(screen.getByText(/Take Harbor, Audit, at 20\sh a week from 7 Dec 2026/)).toBeVisible()
    const toggle = screen.getByRole('switch', { name: /Bigger plans/ })
    await user.click(toggle)
    await waitFor(() => expect(promised('Harbor', 2)).toBe('0/20'))
    expect(screen.getByText(/would be with Bigger plans\. Nothing is changed\./)).toBeVisible()
    expect(planNow()).toBe(before)
    await user.click(toggle)
    await waitFor(() => expect(promised('Harbor', 2)).not.toBe('0/20'))
    await user.click(toggle)
    await user.click(screen.getByRole('button', { name: 'Close what if' }))
    // What is closed is not laid over the plan either.
    expect(promised('Harbor', 2)).not.toBe('0/20')
  })

  it('counts prospects by their probability, or as if all came true', async () => {
    const { user, line, computed } = await opened(practice)
    await user.click(screen.getByRole('radio', { name: 'By probability' }))
    await waitFor(() => expect(promised('Harbor', 2)).toBe('0/5'))
    await user.click(screen.getByRole('radio', { name: 'As if all come true' }))
    await waitFor(() => expect(promised('Harbor', 2)).toBe('0/10'))
    await computed()
    await waitFor(() => expect(line(/The plan as it is/)[0]).toMatch(/^6 h/))
  })

  it('makes a scenario from plain choices, named by what it changes, and switches it on', async () => {
    const { user } = await opened(practice)
    await user.click(screen.getByRole('button', { name: 'Time off…' }))
    const form = await screen.findByRole('dialog')
    await user.click(within(form).getByRole('button', { name: 'Create' }))
    await waitFor(() => expect(Object.values(planNow().practice.scenarios)).toHaveLength(1))
    const [made] = Object.values(planNow().practice.scenarios)
    expect(made?.changes).toEqual([{ kind: 'off', from: '2026-11-24', to: '2026-12-05' }])
    expect(plain(made?.name)).toMatch(/^Time off, 24 Nov – 5 Dec 2026$/)
    expect(await screen.findByRole('switch', { name: /^Time off/ })).toBeChecked()
  })

  it('says at the field what is wrong, and saves nothing of it', async () => {
    const { user } = await opened(practice)
    await user.click(screen.getByRole('button', { name: 'Shorter weeks…' }))
    const form = await screen.findByRole('dialog')
    expect(within(form).getByText('Leaves 4 days a week')).toBeVisible()
    await user.click(within(form).getByRole('checkbox', { name: 'Fri' }))
    expect(within(form).getByRole('alert')).toHaveTextContent('Please choose a weekday.')
    expect(within(form).getByRole('button', { name: 'Create' })).toBeDisabled()
  })

  it('is renamed, and deleted without asking; undo brings it back', async () => {
    const { user } = await opened(withScenario(drop))
    await user.click(screen.getByRole('button', { name: 'More about Bigger plans' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Edit…' }))
    const form = await screen.findByRole('dialog')
    await user.clear(within(form).getByRole('textbox', { name: 'Name' }))
    await user.type(within(form).getByRole('textbox', { name: 'Name' }), 'Smaller plans')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(planNow().practice.scenarios.s1?.name).toBe('Smaller plans'))
    expect(planNow().practice.scenarios.s1?.changes).toEqual([drop])
    await user.click(await screen.findByRole('button', { name: 'More about Smaller plans' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    await waitFor(() => expect(planNow().practice.scenarios).toEqual({}))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(planNow().practice.scenarios.s1?.name).toBe('Smaller plans'))
  })

  it('tells what adopting does, does it in one step, and undo takes it back', async () => {
    const { user } = await opened(withScenario(drop))
    const before = planNow()
    await user.click(screen.getByRole('button', { name: 'Adopt Bigger plans' }))
    const dialog = await screen.findByRole('dialog')
    const effects = within(dialog).getAllByRole('listitem')
    expect(effects.map((item) => plain(item.textContent))).toEqual([
      '1 planned session goes',
      'Northwind, Fractional CTO ends 30 Nov 2026',
    ])
    await user.click(within(dialog).getByRole('button', { name: 'Adopt' }))
    await waitFor(() => expect(planNow().practice.engagements['northwind-cto']?.end).toBe('2026-11-30'))
    expect(planNow().practice.scenarios).toEqual({})
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(planNow()).toEqual(before))
  })

  it('does not adopt what has no object any more', async () => {
    const { user } = await opened(withScenario({ ...drop, clientId: 'nobody' }))
    expect(screen.getByText(/no longer possible/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Adopt Bigger plans' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/Nothing of it is left to do/)).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Adopt' })).toBeDisabled()
  })
})
