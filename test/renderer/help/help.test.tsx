import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
// Loaded here, so that no test waits for the first one to open them.
import '../../../renderer/help/HelpDialog.tsx'
import '../../../renderer/help/TourBar.tsx'
import '../../../renderer/palette/ShortcutSheet.tsx'
import { actionOf } from '../../../renderer/actions/actions.ts'
import { tourSteps } from '../../../renderer/help/tour.ts'
import { placeNow } from '../../../renderer/state/navigation.ts'
import { planNow } from '../../../renderer/state/plan.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions: [aSession()] })
const slow = { timeout: 20_000 }
const { help } = wordsIn('en')

const openHelp = async () => {
  const app = await renderApp(plan)
  await app.user.keyboard('{F1}')
  return { ...app, dialog: await screen.findByRole('dialog', { name: help.title }, slow) }
}

describe('help', () => {
  test('comes with F1, tells every word by its alphabet, and finds one by its meaning', async () => {
    const { user, dialog } = await openHelp()
    const told = () =>
      within(dialog)
        .queryAllByRole('term')
        .map((term) => term.textContent)
    expect(told()).toHaveLength(Object.keys(help.glossary).length)
    expect(told().slice(0, 3)).toEqual(['Agreement', 'Area of responsibility', 'Capacity'])
    await user.type(within(dialog).getByRole('textbox', { name: help.find }), 'roll over')
    expect(told()).toEqual(['Retainer'])
    await user.type(within(dialog).getByRole('textbox', { name: help.find }), ' nowhere')
    expect(told()).toEqual([])
    within(dialog).getByText(wordsIn('en').app.nothingFound)
  })

  test('leads to the keys', async () => {
    const { user, dialog } = await openHelp()
    await user.click(within(dialog).getByRole('button', { name: new RegExp(help.seeKeys) }))
    await screen.findByRole('dialog', { name: wordsIn('en').app.shortcuts }, slow)
  })

  test.each(['en', 'de'] as const)(
    'names each word once in %s, and explains it in a sentence',
    (language) => {
      const entries = Object.values(wordsIn(language).help.glossary)
      expect(new Set(entries.map(({ word }) => word)).size).toBe(entries.length)
      for (const { meaning } of entries) expect(meaning).toMatch(/^\p{Lu}.+\.$/u)
    },
  )
})

describe('the tour', () => {
  const bar = () => screen.findByRole('region', { name: help.tour }, slow)

  async function take() {
    const app = await openHelp()
    const before = planNow()
    await app.user.click(within(app.dialog).getByRole('button', { name: new RegExp(help.startTour) }))
    return { ...app, before, region: await bar() }
  }

  test('goes through every screen by one key, changes nothing, and ends where it says it can be found', async () => {
    const { user, before, region } = await take()
    const seen = new Set<string>()
    for (const { id } of tourSteps) {
      await within(region).findByRole('heading', { name: help.steps[id].title })
      seen.add(placeNow().screen)
      await screen.findByRole('main', {}, slow)
      await user.keyboard('{Enter}')
    }
    expect(seen).toEqual(new Set(Object.keys(wordsIn('en').app.screens)))
    await waitFor(() => expect(screen.queryByRole('region', { name: help.tour })).toBeNull())
    screen.getByText(help.ended)
    expect(screen.getByRole('main')).toContainElement(document.activeElement as HTMLElement)
    expect(planNow()).toBe(before)
  }, 60_000)

  test('goes back, and ends with Escape or its cross', async () => {
    const { user, region } = await take()
    const back = () => within(region).getByRole('button', { name: help.back })
    expect((back() as HTMLButtonElement).disabled).toBe(true)
    await user.keyboard('{Enter}')
    await user.click(back())
    within(region).getByRole('heading', { name: help.steps.week.title })
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: help.tour })).toBeNull()
    actionOf('tour').run()
    await user.click(within(await bar()).getByRole('button', { name: help.end }))
    expect(screen.queryByRole('region', { name: help.tour })).toBeNull()
  }, 60_000)

  test('leaves the view of the week as it was chosen', async () => {
    await take()
    expect(localStorage.getItem('week-view')).toBeNull()
  }, 60_000)

  test('speaks of actions that there are', () => {
    for (const { actions } of tourSteps) for (const id of actions) expect(actionOf(id).id).toBe(id)
  })
})

test('the first start can show around: the sample practice, and the tour over it', async () => {
  const { main, user } = await renderApp(aPlan({}), { opened: { unused: true } })
  await user.click(screen.getByRole('button', { name: wordsIn('en').start.tour }))
  await screen.findByRole('region', { name: help.tour }, slow)
  expect(main.requests).toContainEqual({
    name: 'plan/start',
    payload: expect.objectContaining({ choice: 'sample' }),
  })
}, 60_000)
