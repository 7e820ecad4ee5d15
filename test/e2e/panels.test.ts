import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../support/axe.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { launchSample } from '../support/sampleApp.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'

/*
 * What lies over a screen or comes with a step: each opened by keyboard alone, as a picture in test/output, under axe in
 * both themes; and on every screen the focus can be seen wherever Tab leads.
 */

type Step = (page: Page) => Promise<void>

const keys =
  (...pressed: readonly string[]): Step =>
  async (page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }

const dialog: Step = async (page) => {
  await page.locator('[role="dialog"], [role="alertdialog"]').last().waitFor()
}

/** Gives the focus to the first session of the grid whose name begins so. */
const onSession =
  (name: string): Step =>
  async (page) => {
    const session = page.locator(`[data-key][aria-label^="${name}"]`).first()
    // A panel that just closed gives the focus back a frame later.
    await until('it has the focus and keeps it', async () => {
      await session.focus()
      return session.evaluate(
        (element) =>
          new Promise<boolean>((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(document.activeElement === element)),
            ),
          ),
      )
    })
  }

const closed: Step = async (page) => {
  for (const overlay of ['[role="listbox"]', '[role="dialog"]']) {
    const count = await page.locator(overlay).count()
    if (count > 0) await page.keyboard.press('Escape')
  }
  await until('nothing is open', async () => {
    if ((await page.locator('[role="dialog"], [role="alertdialog"]').count()) === 0) return true
    await page.keyboard.press('Escape')
    return false
  })
}

const panels: readonly { readonly name: string; readonly steps: readonly Step[] }[] = [
  {
    name: 'session-editor',
    steps: [
      onSession('Board call'),
      keys('Enter'),
      dialog,
      (page) => page.getByRole('textbox', { name: 'Title' }).waitFor(),
    ],
  },
  {
    name: 'which-ones-in-the-editor',
    steps: [
      onSession('Steering'),
      keys('Enter'),
      dialog,
      (page) => page.getByRole('textbox', { name: 'Title' }).fill('Steering group'),
      keys('Tab'),
      (page) => page.getByRole('button', { name: 'Only this one' }).waitFor(),
    ],
  },
  {
    name: 'which-ones-of-a-move',
    steps: [onSession('Steering'), keys('Alt+ArrowRight'), dialog],
  },
  {
    name: 'new-session',
    steps: [keys('n'), dialog, (page) => page.getByRole('textbox', { name: 'Title' }).waitFor()],
  },
  {
    name: 'where-the-time-goes',
    steps: [onSession('Board call'), keys('b'), dialog, (page) => page.locator('table').first().waitFor()],
  },
  {
    name: 'quick-add',
    steps: [
      keys('q'),
      dialog,
      (page) => page.keyboard.type('lumen board call thu 10:30 45m tentative'),
      (page) =>
        page
          .getByRole('dialog')
          .getByText(/26 Nov/)
          .first()
          .waitFor(),
    ],
  },
  { name: 'palette', steps: [keys('Control+k'), dialog, (page) => page.keyboard.type('nor')] },
  { name: 'shortcuts', steps: [keys('?'), dialog] },
  { name: 'say-yes', steps: [keys('y'), dialog] },
  {
    name: 'selection',
    steps: [
      onSession('Board call'),
      keys('Shift+Enter'),
      onSession('Steering'),
      keys('Shift+Enter'),
      (page) => page.getByRole('group', { name: '2 selected' }).waitFor(),
    ],
  },
  {
    name: 'plan-the-rest',
    steps: [keys('Escape', 'p'), (page) => page.getByRole('region', { name: 'Plan the rest' }).waitFor()],
  },
]

const screens = ['1', 'v', '3', '4', '5', '7', ','] as const

/** Goes with Tab through all that takes the focus, and names what has it without showing so. */
async function unseenFocus(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const element of document.querySelectorAll('[data-was-here]'))
      element.removeAttribute('data-was-here')
  })
  const unseen: string[] = []
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return 'gone'
      if (element.hasAttribute('data-was-here')) return 'around'
      element.setAttribute('data-was-here', '')
      const box = element.getBoundingClientRect()
      const isInside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
      const isDrawn = (shown: Element | null, up: number): boolean => {
        if (shown === null || up === 0) return false
        const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(shown)
        const isSegment =
          shown.getAttribute('role') === 'spinbutton' && backgroundColor !== 'rgba(0, 0, 0, 0)'
        if (isSegment || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1)) return true
        return isDrawn(shown.parentElement, up - 1)
      }
      // A tick or a colour is an input without a face: the face beside it shows the focus.
      const faces = [element, ...(element.closest('label')?.querySelectorAll('*') ?? [])]
      if (isInside && faces.some((face) => isDrawn(face, 3))) return null
      return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.slice(
        0,
        80,
      )
    })
    if (focus === 'gone' || focus === 'around') return unseen
    if (focus !== null) unseen.push(focus)
  }
  return unseen
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  let app: RunningWindow

  beforeAll(async () => {
    app = await launchSample()
    await showTheme(app.page, theme)
  })
  afterAll(() => app.kill())

  it.each(panels)('$name is opened by keys and readable by everybody', async ({ name, steps }) => {
    await closed(app.page)
    for (const step of steps) await step(app.page)
    await app.page.evaluate(() => document.fonts.ready.then(() => undefined))
    await app.screenshot(`panel-${theme}-${name}`)
    expect(await faults(app.page)).toEqual([])
  })

  it.each(screens)('on the screen of key “%s” the focus is seen wherever Tab leads', async (key) => {
    await closed(app.page)
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press(key)
    await until(
      'the screen is drawn',
      async () => (await app.page.getByRole('heading', { level: 1 }).count()) === 1,
    )
    expect(await unseenFocus(app.page)).toEqual([])
    await app.page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
  })
})
