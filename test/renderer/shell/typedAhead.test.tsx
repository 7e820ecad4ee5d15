import { render, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { awaitPanel, isPanelAwaited, keepTyped, useTypedAhead } from '../../../renderer/shell/typedAhead.ts'

function Field() {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  useTypedAhead(field, setText)
  return <input ref={field} value={text} onChange={(event) => setText(event.target.value)} />
}

const press = (...keys: readonly KeyboardEventInit[]) => {
  for (const key of keys) keepTyped(new KeyboardEvent('keydown', key))
}

/** What a field gets of keys that were pressed while it was awaited. */
function typed(...keys: readonly KeyboardEventInit[]): string {
  const stands = awaitPanel()
  press(...keys)
  stands()
  const { unmount } = render(<Field />)
  const field = screen.getByRole<HTMLInputElement>('textbox')
  expect(document.activeElement).toBe(field)
  unmount()
  return field.value
}

test('[U11] characters and Backspace are kept, chords and named keys are not', () => {
  expect(
    typed({ key: 'a' }, { key: 'é' }, { key: 'Enter' }, { key: 'Shift' }, { key: ' ' }, { key: 'B' }),
  ).toBe('aé B')
  expect(typed({ key: 'Backspace' }, { key: 'a' }, { key: 'b' }, { key: 'Backspace' })).toBe('a')
  expect(typed({ key: 'z', ctrlKey: true }, { key: 'z', metaKey: true }, { key: 'z', altKey: true })).toBe('')
  // AltGr and Q on a German keyboard.
  expect(typed({ key: '@', ctrlKey: true, altKey: true })).toBe('@')
})

test('what was typed for one panel is not for the next', () => {
  const given = awaitPanel()
  expect(isPanelAwaited()).toBe(true)
  press({ key: 'x' })
  given()
  expect(isPanelAwaited()).toBe(false)
  expect(typed({ key: 'y' })).toBe('y')
  expect(typed()).toBe('')
})
