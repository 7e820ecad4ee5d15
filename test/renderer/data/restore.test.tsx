import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { RestoreDialog } from '../../../renderer/data/RestoreDialog.tsx'

const numbers = Array.from({ length: 15 }, (_, i) => `2026-${String(i + 1).padStart(3, '0')}`)

it.each([
  [12, /2026-012\. Their numbers would be given again/],
  [15, /2026-012 and 3 more\. Their numbers would be given again/],
])('a restore by which %i issued invoices would be gone tells of each of them', (count, told) => {
  const difference = { kinds: [], other: true, issuedLost: numbers.slice(0, count) }
  const looked = { id: 'b', savedAt: '2026-11-20T10:00:00.000Z', counts: {}, difference }
  render(
    <RestoreDialog
      looked={{ state: 'read', ...looked }}
      isFile={false}
      restarts={false}
      onClose={() => {}}
    />,
  )
  expect(screen.getByRole('alert')).toHaveTextContent(told)
})
