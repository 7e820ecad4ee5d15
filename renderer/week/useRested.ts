import { useEffect, useReducer, useRef } from 'react'

/** How long a pointer rests on a target before what is beside the grid follows it, in milliseconds. */
const REST = 400

/**
 * A value as it was when it last rested, while it is moving; otherwise the value. The list of flags takes longer to draw
 * than a drag takes to pass a target, and nobody reads it in passing: the meters and the line at the pointer are at once.
 */
export function useRested<T>(value: T, isMoving: boolean): T {
  const rested = useRef(value)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!isMoving) {
      rested.current = value
      return
    }
    const timer = setTimeout(() => {
      rested.current = value
      drawAgain()
    }, REST)
    return () => clearTimeout(timer)
  }, [value, isMoving])
  return isMoving ? rested.current : value
}
