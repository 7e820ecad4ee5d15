import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BackgroundFields } from '../../../renderer/settings/BackgroundFields.tsx'
import { openPlan } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import type { LoginState } from '../../../shared/ipc/contract.ts'
import { aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

let stop = () => {}
afterEach(() => stop())

function fields(login: LoginState, tray = true) {
  const main = installBridge({ plan: aPlan() })
  main.answers['tray/look'] = tray
  main.answers['login/look'] = login
  stop = openPlan()
  const onChange = vi.fn()
  render(<BackgroundFields keepInTray={true} onChange={onChange} />)
  return { main, onChange, user: userEvent.setup() }
}

const atLogin = () => screen.findByRole('switch', { name: /^Start at login/ })

describe('in the background', () => {
  it('start at login is what the system says, and becomes what it says after a change', async () => {
    const { main, user } = fields({ state: 'off' })
    expect(await atLogin()).not.toBeChecked()
    main.answers['login/set'] = { state: 'on' }
    await user.click(await atLogin())
    await waitFor(async () => expect(await atLogin()).toBeChecked())
    expect(main.requests.at(-1)).toEqual({ name: 'login/set', payload: { on: true } })
  })

  it('a change that the system did not take is told, and the switch stays as it is', async () => {
    const { main, user } = fields({ state: 'off' })
    main.answers['login/set'] = { state: 'off', failed: true }
    await user.click(await atLogin())
    await waitFor(() => expect(toastStore.getState().toasts.at(-1)?.text).toMatch(/did not take it/))
    expect(await atLogin()).not.toBeChecked()
  })

  it('where the system forbids it, it says where that is changed', async () => {
    fields({ state: 'blocked' })
    expect(await atLogin()).toHaveAccessibleName(/Switched off in the system’s own settings/)
  })

  it('a program that cannot be started at login does not offer it', async () => {
    const { onChange, user } = fields({ state: 'unknown' })
    await user.click(await screen.findByRole('switch', { name: /Keep running/ }))
    expect(onChange).toHaveBeenCalledWith({ keepInTray: false })
    expect(screen.queryByRole('switch', { name: /Start at login/ })).toBeNull()
  })

  it('without a tray both say what happens instead', async () => {
    fields({ state: 'on' }, false)
    await waitFor(async () => expect(await atLogin()).toHaveAccessibleName(/starts minimised/))
    expect(screen.getByRole('switch', { name: /Keep running/ })).toBeDisabled()
  })
})
