import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { LicencesDialog } from '../../../renderer/about/LicencesDialog.tsx'
import { aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

const parts = [
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission is hereby granted' },
  { name: 'ical.js', version: '2.2.1', licence: 'MPL-2.0', text: 'Mozilla Public License' },
]

it('every part is listed with its text, and found by name and licence', async () => {
  const main = installBridge({ plan: aPlan() })
  main.answers['about/licences'] = { parts, chromium: false }
  render(<LicencesDialog onClose={() => {}} />)
  await screen.findByText('react 19.3.1')
  expect(screen.getByText('Mozilla Public License')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Chromium/ })).toBeNull()
  const user = userEvent.setup()
  await user.type(screen.getByRole('textbox'), 'mpl')
  expect(screen.queryByText('react 19.3.1')).toBeNull()
  expect(screen.getByText('ical.js 2.2.1')).toBeInTheDocument()
  await user.type(screen.getByRole('textbox'), 'zzz')
  expect(screen.getByText('Nothing found')).toBeInTheDocument()
})

it('the list of Chromium’s parts is opened by main, where it is there', async () => {
  const main = installBridge({ plan: aPlan() })
  main.answers['about/licences'] = { parts, chromium: true }
  main.answers['about/chromium'] = true
  render(<LicencesDialog onClose={() => {}} />)
  await userEvent.setup().click(await screen.findByRole('button', { name: /Chromium/ }))
  expect(main.requests.at(-1)).toEqual({ name: 'about/chromium', payload: undefined })
})
