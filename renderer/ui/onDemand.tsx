import { type ComponentType, useLayoutEffect, useSyncExternalStore } from 'react'

interface State<Props extends object> {
  readonly Component: ComponentType<Props> | null
  readonly error: unknown
}

/**
 * A component in a bundle of its own, loaded when it is first shown; until then nothing stands in its place, and
 * `whileLoading` is an effect that lasts so long. What cannot be loaded throws where it would be shown.
 *
 * It stands in for React's `lazy`, which shows what it loaded no sooner than 300 ms after it had to wait, however soon it
 * was there.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  whileLoading?: () => () => void,
): ComponentType<Props> {
  let state: State<Props> = { Component: null, error: null }
  let isAsked = false
  const listeners = new Set<() => void>()
  const settle = (found: State<Props>) => {
    state = found
    for (const listen of listeners) listen()
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    load().then(
      (Component) => settle({ Component, error: null }),
      (error: unknown) => settle({ Component: null, error }),
    )
  }
  const subscribe = (listen: () => void) => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }
  return function OnDemand(props: Props) {
    const { Component, error } = useSyncExternalStore(subscribe, () => state)
    const isLoading = Component === null
    useLayoutEffect(() => {
      if (!isLoading) return
      ask()
      return whileLoading?.()
    }, [isLoading])
    if (error !== null) throw error
    return Component === null ? null : <Component {...props} />
  }
}
