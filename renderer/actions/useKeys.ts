import { useStore } from 'zustand'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { actionOf } from './actions.ts'
import { readable } from './keys.ts'

/** Gives the keys of an action as this desktop writes them; empty where it has none. */
export function useKeys(): (id: string) => string {
  const { app } = useWords()
  const platform = useStore(planStore, (state) => state.desktop?.platform ?? 'linux')
  return (id) => {
    const [first] = actionOf(id).keys
    return first === undefined ? '' : readable(first, platform, app.keyNames)
  }
}
