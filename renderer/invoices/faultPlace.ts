import type { Refusal } from '../../shared/commands/refusal.ts'

/** The part of a draft that a fault is about: `lines.0.text`, `discount`, `exchange`, `lines`. */
export function placeOf({ path }: Refusal): string | null {
  const within = path[0] === 'invoice' ? path.slice(1) : path
  return ['lines', 'discount', 'exchange'].includes(String(within[0])) ? within.join('.') : null
}

const FIELDS = 'input, textarea'
const ANY = `${FIELDS}, button`

/**
 * Brings a part of the draft into sight and gives its first field the focus; where the page has no such part, the one
 * around it.
 */
export function focusPlace(place: string): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-place-of]')]
  for (let wanted = place; wanted !== ''; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('.')))) {
    const part = parts.find(({ dataset }) => dataset.placeOf === wanted)
    const field = part === undefined ? undefined : (fieldIn(part, FIELDS) ?? fieldIn(part, ANY))
    if (field === undefined) continue
    field.scrollIntoView({ block: 'center' })
    field.focus()
    return
  }
}

/** The first that keys reach: a select keeps a hidden field beside its button. */
function fieldIn(part: HTMLElement, selector: string): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(selector)].find(
    (field) => field.tabIndex >= 0 && field.closest('[aria-hidden="true"]') === null,
  )
}
