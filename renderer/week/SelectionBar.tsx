// biome-ignore-all lint/a11y/useSemanticElements: a fieldset belongs to a form, this is a group of what is done to a selection
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { selectedBookings } from './moves.ts'
import { removeSeveral } from './removal.ts'
import styles from './SelectionBar.module.css'
import { clearSelection } from './selection.ts'
import { nothingSelected, useWeekUi } from './weekStore.ts'

/** How many sessions are selected, and what can be done to all of them at once. */
export function SelectionBar({ view }: { readonly view: WeekView }) {
  const words = useWords().week
  // While the rest is being planned, the grid is for looking and nothing is done to a selection.
  const selected = useWeekUi((ui) => (ui.planning === null ? ui.selected : nothingSelected))
  const bookings = selected.size === 0 ? [] : selectedBookings(view)
  if (bookings.length === 0) return null
  return (
    <div className={styles.bar} role="group" aria-label={words.selectedCount(bookings.length)}>
      <span className={styles.count} aria-hidden="true">
        {words.selectedCount(bookings.length)}
      </span>
      <Button
        size="small"
        icon="trash"
        onPress={() => void removeSeveral(bookings.map(({ occurrence }) => occurrence))}
      >
        {words.deleteSelected}
      </Button>
      <IconButton
        size="small"
        variant="quiet"
        icon="close"
        label={words.clearSelection}
        onPress={clearSelection}
      />
    </div>
  )
}
