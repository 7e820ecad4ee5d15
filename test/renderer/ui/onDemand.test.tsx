import { render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { onDemand } from '../../../renderer/ui/onDemand.tsx'

const Hello = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

class Boundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null }
  static getDerivedStateFromError(error: Error) {
    return { message: error.message }
  }
  override render() {
    return this.state.message ?? this.props.children
  }
}

test('[U11] is loaded once, when it is first shown, and stands as soon as it is there', async () => {
  let give: (found: typeof Hello) => void = () => {}
  const load = vi.fn(() => new Promise<typeof Hello>((resolve) => (give = resolve)))
  const loaded = vi.fn()
  const loading = vi.fn(() => loaded)
  const Late = onDemand(load, loading)
  expect(load).not.toHaveBeenCalled()
  const { container } = render(
    <>
      <Late name="Ann" />
      <Late name="Bo" />
    </>,
  )
  expect([load.mock.calls.length, loading.mock.calls.length, loaded.mock.calls.length]).toEqual([1, 2, 0])
  expect(container.innerHTML).toBe('')
  give(Hello)
  await Promise.resolve()
  await screen.findByText('Hello Ann')
  expect(container.textContent).toBe('Hello AnnHello Bo')
  expect(loaded).toHaveBeenCalledTimes(2)
  render(<Late name="Cy" />)
  screen.getByText('Hello Cy')
  expect(load).toHaveBeenCalledTimes(1)
})

test('what goes while it loads waits no more', () => {
  const loaded = vi.fn()
  const Late = onDemand(
    () => new Promise<typeof Hello>(() => {}),
    () => loaded,
  )
  const { unmount } = render(<Late name="Ann" />)
  unmount()
  expect(loaded).toHaveBeenCalledTimes(1)
})

test('what cannot be loaded throws where it would be shown', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const Late = onDemand<{ readonly name: string }>(() => Promise.reject(new Error('no such file')))
  render(
    <Boundary>
      <Late name="Ann" />
    </Boundary>,
  )
  await screen.findByText('no such file')
  vi.restoreAllMocks()
})
