import { nextNumber } from '../../shared/billing/numbering.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Business.module.css'
import { type BusinessPart, isPattern } from './businessForm.ts'

const NONE = {}

/** How invoices and credit notes are numbered, with the number that comes next. */
export function NumberingFields({ form, set }: BusinessPart) {
  const words = useWords().business
  const today = useToday()
  const next = usePlan((plan) => plan.practice.numbering.next)
  const creditNext = usePlan((plan) => plan.practice.creditNumbering?.next ?? NONE)
  const { pattern, creditPattern } = form
  const isSame = creditPattern === pattern
  return (
    <>
      <div className={styles.full}>
        <TextField
          label={words.pattern}
          value={pattern}
          maxLength={60}
          onChange={(typed) => set({ pattern: typed })}
          error={isPattern(pattern) ? null : words.patternWrong}
          description={
            isPattern(pattern) ? words.patternHelp(nextNumber({ pattern, next }, today).number) : undefined
          }
        />
      </div>
      <div className={styles.full}>
        <Checkbox
          label={words.creditOwn}
          description={words.creditOwnHelp}
          isSelected={creditPattern !== null}
          isDisabled={creditPattern !== null && Object.keys(creditNext).length > 0}
          onChange={(isOwn) => set({ creditPattern: isOwn ? words.creditDefault : null })}
        />
      </div>
      {creditPattern === null ? null : (
        <div className={styles.full}>
          <TextField
            label={words.creditPattern}
            value={creditPattern}
            maxLength={60}
            onChange={(typed) => set({ creditPattern: typed })}
            error={isSame ? words.creditSame : isPattern(creditPattern) ? null : words.patternWrong}
            description={
              isPattern(creditPattern) && !isSame
                ? words.creditHelp(nextNumber({ pattern: creditPattern, next: creditNext }, today).number)
                : undefined
            }
          />
        </div>
      )}
    </>
  )
}
