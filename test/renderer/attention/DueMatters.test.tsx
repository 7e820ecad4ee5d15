import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
// Loaded here, so that no test waits for it.
import '../../../renderer/pipeline/PipelineScreen.tsx'
import { aClient, anAgreement, aPlan } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const plain = (element: Element) => (element.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')

/** What is drawn for the first time takes long on a busy machine. */
const slow = { timeout: 10_000 }

test('whom to contact by now, and confidentiality that ends, stand below the flags of this week and lead on', async () => {
  const { user } = await renderApp(
    aPlan({
      clients: [aClient({ nextContact: '2026-11-20' })],
      agreements: [anAgreement({ title: 'NDA', confidentialUntil: '2026-12-01' })],
    }),
  )
  const due = await screen.findByRole('region', { name: 'To think of' }, slow)
  expect(within(due).getAllByRole('button').map(plain)).toEqual([
    'Get in touch with Northwindsince 20 Nov 2026',
    'NDA: confidential until 1 Dec 2026Northwind · in 7 days',
  ])
  await user.keyboard('{PageDown}')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'To think of' })).toBeNull())
  await user.keyboard('t')
  await user.click(await screen.findByRole('button', { name: /^Get in touch/ }, slow))
  expect(await screen.findByRole('heading', { level: 1, name: 'Pipeline' }, slow)).toBeInTheDocument()
})
