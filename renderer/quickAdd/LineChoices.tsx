import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import fieldStyles from '../ui/Field.module.css'
import listStyles from '../ui/List.module.css'
import { colourOf, engagementName } from './plannedLine.ts'
import styles from './QuickAdd.module.css'

/** The engagements that the line may mean; the arrow keys of the line go through them. */
export function LineChoices({
  id,
  plan,
  choices,
  chosen,
  onChoose,
}: {
  readonly id: string
  readonly plan: Plan
  readonly choices: readonly Id[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
}) {
  const words = useWords().quickAdd
  return (
    <div className={styles.choices}>
      <p className={styles.question}>
        {words.whichOne} <kbd className={listStyles.keyCap}>↑</kbd> <kbd className={listStyles.keyCap}>↓</kbd>
      </p>
      <div id={id} role="listbox" aria-label={words.choices}>
        {choices.map((choice) => (
          <button
            key={choice}
            id={`${id}-${choice}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={classes(styles.choice)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span className={fieldStyles.dot} data-colour={colourOf(plan, choice)} />
            {engagementName(plan, choice)}
          </button>
        ))}
      </div>
    </div>
  )
}
