import { useEffect, useRef, useState } from 'react'

/** What was typed into forms and neither saved nor discarded, by form: only the fields that differ. */
const kept = new Map<string, object>()

/** A form whose input outlives its dialog: closed by accident, it comes back when the form is opened again. */
export interface KeptForm<F> {
  readonly form: F
  readonly set: (change: Partial<F>) => void
  /** Whether anything differs from what the form began with. */
  readonly isChanged: boolean
  /** Whether the form opened with what was typed before. */
  readonly isRestored: boolean
  /** Back to what the form would be without what was typed. */
  readonly startOver: () => void
  /** Forgets what was typed: it is saved, or not wanted. */
  readonly discard: () => void
}

/** A form of a name that no other has, such as a record's kind and id. `initial` is asked once. */
export function useKeptForm<F extends object>(name: string, initial: () => F): KeptForm<F> {
  const [base] = useState(initial)
  const [isRestored, setRestored] = useState(() => kept.has(name))
  const [form, setForm] = useState<F>(() => ({ ...base, ...kept.get(name) }))
  const isDone = useRef(false)
  const change = differing(base, form)
  const isChanged = Object.keys(change).length > 0
  useEffect(() => {
    if (isDone.current) return
    if (isChanged) kept.set(name, change)
    else kept.delete(name)
  })
  return {
    form,
    isChanged,
    isRestored,
    set: (changed) => setForm((before) => ({ ...before, ...changed })),
    startOver: () => {
      setRestored(false)
      setForm(base)
    },
    discard: () => {
      isDone.current = true
      kept.delete(name)
    },
  }
}

/** What was typed over a record that is edited in place, and the way to change it; it outlives the screen, too. */
export function useKeptChange<F extends object>(
  name: string,
): readonly [Partial<F>, (change: Partial<F>) => void] {
  const [change, setChange] = useState<Partial<F>>(() => ({ ...kept.get(name) }))
  const keep = (next: Partial<F>) => {
    if (Object.keys(next).length > 0) kept.set(name, next)
    else kept.delete(name)
    setChange(next)
  }
  return [change, keep]
}

function differing<F extends object>(base: F, form: F): Partial<F> {
  const changed = (Object.keys(form) as (keyof F)[]).filter(
    (field) => JSON.stringify(form[field]) !== JSON.stringify(base[field]),
  )
  return Object.fromEntries(changed.map((field) => [field, form[field]])) as Partial<F>
}

/** Forgets all that was typed; a test begins with it. */
export function forgetKeptForms(): void {
  kept.clear()
}
