import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { DataSection } from '../../../renderer/data/DataSection.tsx'
import { openPlan } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import { EncryptionSection } from '../../../renderer/vault/EncryptionSection.tsx'
import type { VaultView } from '../../../shared/ipc/vaultContract.ts'
import { aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

let stop = () => {}
afterEach(() => stop())

const off: VaultView = { state: 'off', keychain: { on: false, available: true }, changing: false }
const on: VaultView = { state: 'open', keychain: { on: true, available: true }, changing: false }

function bridged(vault: VaultView) {
  const main = installBridge({ plan: aPlan() })
  main.answers['vault/state'] = vault
  stop = openPlan()
  return { main, user: userEvent.setup() }
}

describe('encryption', () => {
  it('is turned on only by a passphrase typed twice and written down; what came of it is shown', async () => {
    const { main, user } = bridged(off)
    main.answers['vault/turnOn'] = { state: 'done', vault: on }
    render(<EncryptionSection />)
    await user.click(await screen.findByRole('button', { name: /Encrypt the data/ }))
    const confirm = () => screen.getByRole('button', { name: 'Encrypt' })
    await user.type(screen.getByLabelText('New passphrase'), 'correct horse')
    await user.type(screen.getByLabelText('The same again'), 'correct horse')
    expect(confirm()).toBeDisabled()
    await user.click(screen.getByRole('checkbox', { name: /written it down/ }))
    await user.click(confirm())
    await screen.findByRole('switch', { name: /keychain/ })
    expect(main.requests.at(-1)).toEqual({
      name: 'vault/turnOn',
      payload: { passphrase: 'correct horse', keychain: true },
    })
  })

  it('a wrong passphrase is said at its field, and nothing changes', async () => {
    const { main, user } = bridged(on)
    main.answers['vault/turnOff'] = { state: 'wrong' }
    render(<EncryptionSection />)
    await user.click(await screen.findByRole('button', { name: /Stop encrypting/ }))
    await user.type(screen.getByLabelText('Passphrase'), 'nonsense')
    await user.click(screen.getByRole('button', { name: 'Stop encrypting' }))
    expect(await screen.findByText('That is not the passphrase.')).toBeInTheDocument()
    expect(screen.getByLabelText('Passphrase')).toBeInvalid()
  })

  it('a fault of the disk is told in words', async () => {
    const { main, user } = bridged(on)
    main.answers['vault/keychain'] = { state: 'failed', code: 'disk-full', detail: 'ENOSPC' }
    render(<EncryptionSection />)
    await user.click(await screen.findByRole('switch', { name: /keychain/ }))
    await waitFor(() => expect(toastStore.getState().toasts.at(-1)?.text).toBe('The disk is full.'))
  })
})

it('a file of another computer asks for its passphrase, and opens by it', async () => {
  const { main, user } = bridged(off)
  main.answers['data/import'] = { state: 'encrypted' }
  main.answers['data/importWith'] = { state: 'encrypted' }
  render(<DataSection />)
  await user.click(await screen.findByRole('button', { name: /Import everything/ }))
  await user.type(await screen.findByLabelText('Passphrase'), 'of the other one{Enter}')
  expect(await screen.findByText('That is not the passphrase.')).toBeInTheDocument()
  main.answers['data/importWith'] = { state: 'failed', code: 'checksum', detail: '' }
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await waitFor(() => expect(screen.queryByLabelText('Passphrase')).toBeNull())
  expect(toastStore.getState().toasts.at(-1)?.text).toMatch(/altered/)
})
