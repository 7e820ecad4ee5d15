import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { BusinessDialog } from '../../../renderer/business/BusinessDialog.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { forgetKeptForms } from '../../../renderer/state/keptForm.ts'
import { openPlan, planNow } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import type { Business } from '../../../shared/plan/business.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'
import { aBillingPlan } from '../../unit/billing/aBillingPlan.ts'

let main: FakeMain
let stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops) stop()
  forgetKeptForms()
  toastStore.setState({ toasts: [] })
})

async function open(business: Partial<Business> = {}) {
  main = installBridge({ plan: aBillingPlan({ business }) })
  stops = [openPlan(), startClock()]
  await waitFor(() => expect(planNow().practice.business.name).not.toBe(''))
  render(<BusinessDialog onClose={() => {}} />)
  const dialog = await screen.findByRole('dialog', { name: 'My business' })
  const user = userEvent.setup()
  const save = () => user.click(within(dialog).getByRole('button', { name: 'Save' }))
  return { user, dialog: within(dialog), save }
}

const saved = () => main.plan.practice.business

describe('my business', () => {
  it('checks the IBAN and the number’s pattern, shows the next number, and saves', async () => {
    const { user, dialog, save } = await open()
    const iban = dialog.getByRole('textbox', { name: 'IBAN' })
    await user.clear(iban)
    await user.type(iban, 'DE88 3704 0044 0532 0130 00')
    expect(dialog.getByText(/This IBAN has a mistake/)).toBeVisible()
    const pattern = dialog.getByRole('textbox', { name: 'Invoice number' })
    await user.clear(pattern)
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.type(pattern, 'R{{YYYY}/{{####}')
    expect(dialog.getByText(/The next invoice would be R2026\/0001/)).toBeVisible()
    await save()
    await waitFor(() => expect(main.plan.practice.numbering.pattern).toBe('R{YYYY}/{####}'))
  })

  it('has an account for each currency', async () => {
    const { user, dialog, save } = await open()
    await user.click(dialog.getByRole('button', { name: /Add an account/ }))
    const account = within(dialog.getByRole('group', { name: 'For invoices in CHF' }))
    await user.type(account.getByRole('textbox', { name: 'IBAN' }), 'CH9300762011623852957')
    await user.type(account.getByRole('textbox', { name: 'BIC' }), 'pofichbexxx')
    await save()
    await waitFor(() =>
      expect(saved().accounts).toMatchObject([
        { currency: 'CHF', iban: 'CH9300762011623852957', bic: 'POFICHBEXXX' },
      ]),
    )
  })

  it('has texts in each language of papers, which do not overwrite each other', async () => {
    const { user, dialog, save } = await open()
    const write = async (language: string, opening: string) => {
      await user.click(dialog.getByRole('radio', { name: language }))
      await user.type(dialog.getByRole('textbox', { name: 'Text above the lines' }), opening)
    }
    await write('German', 'Vielen Dank')
    await write('French', 'Merci')
    await save()
    await waitFor(() => expect(saved().texts.de.opening).toBe('Vielen Dank'))
    expect([saved().texts.fr.opening, saved().texts.en.opening]).toEqual(['Merci', ''])
  })

  it('charges no tax as a small business, for its country’s reason', async () => {
    const { user, dialog, save } = await open()
    await user.click(dialog.getByRole('checkbox', { name: /Small business/ }))
    await save()
    await waitFor(() => expect(saved().smallBusiness).toBe(true))
    expect(saved().tax).toEqual({
      category: 'E',
      rate: 0,
      reason: 'Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.',
    })
  })

  it('numbers credit notes in a series of their own, which cannot be that of the invoices', async () => {
    const { user, dialog, save } = await open()
    await user.click(dialog.getByRole('checkbox', { name: /Number credit notes/ }))
    expect(dialog.getByText('The next credit note would be CN-2026-001.')).toBeVisible()
    const pattern = dialog.getByRole('textbox', { name: 'Credit note number' })
    await user.clear(pattern)
    await user.type(pattern, '{{YYYY}-{{###}')
    expect(dialog.getByText(/Two series cannot have one pattern/)).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.clear(pattern)
    await user.type(pattern, 'G{{###}')
    await save()
    await waitFor(() => expect(main.plan.practice.creditNumbering?.pattern).toBe('G{###}'))
  })

  it('shows a logo that was chosen, keeps it in the plan, and takes it off again', async () => {
    const name = 'a'.repeat(64)
    const { user, dialog, save } = await open()
    main.answers['logo/choose'] = { state: 'chosen', name, picture: { type: 'image/png', data: 'AAAA' } }
    await user.click(dialog.getByRole('button', { name: 'Choose a logo…' }))
    expect(await dialog.findByRole('img', { name: 'Logo' })).toHaveAttribute(
      'src',
      'data:image/png;base64,AAAA',
    )
    await save()
    await waitFor(() => expect(saved().logo).toBe(name))
    expect(main.plan.practice.pictures[name]).toEqual({ type: 'image/png', data: 'AAAA' })
  })

  it('says what is wrong with a file that is no picture, and changes nothing', async () => {
    const { user, dialog } = await open()
    main.answers['logo/choose'] = { state: 'failed', code: 'type' }
    await user.click(dialog.getByRole('button', { name: 'Choose a logo…' }))
    expect(await dialog.findByRole('alert')).toHaveTextContent('This file is no PNG or JPEG picture')
    expect(dialog.getByText('No logo')).toBeVisible()
  })
})
