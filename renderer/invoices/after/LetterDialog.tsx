import { useMemo, useState } from 'react'
import { letterDocument } from '../../../shared/billing/after/letterDocument.ts'
import {
  type LetterLevel,
  letterLevels,
  nextLetter,
  proposedLetter,
} from '../../../shared/billing/after/letters.ts'
import type { Issued } from '../../../shared/billing/after/links.ts'
import type { ReminderLetter } from '../../../shared/plan/invoice.ts'
import type { Day } from '../../../shared/time/day.ts'
import { LetterPages } from '../../documents/LetterPages.tsx'
import { PagesPreview } from '../../documents/PagesPreview.tsx'
import { newId, useToday } from '../../state/clock.ts'
import { execute, usePlan } from '../../state/plan.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './After.module.css'
import { FormDialog } from './FormDialog.tsx'

/** Writes a reminder: its level, the day to pay by and a fee, with the letter as it will be beside them. */
export function LetterDialog({
  invoice,
  onClose,
}: {
  readonly invoice: Issued
  readonly onClose: () => void
}) {
  const words = useWords().money.letter
  const format = useFormat()
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const next = nextLetter(plan, invoice, today)
  const [id] = useState(newId)
  const [letter, setLetter] = useState<ReminderLetter>(() =>
    proposedLetter(plan, invoice, { id, on: today, level: next?.level ?? 1 }),
  )
  const set = (change: Partial<ReminderLetter>) => setLetter((before) => ({ ...before, ...change }))
  const level = (chosen: LetterLevel) => {
    const { payBy } = proposedLetter(plan, invoice, { id, on: letter.on, level: chosen })
    set({ level: chosen, payBy })
  }
  const on = (day: Day | null) => {
    if (day === null) return
    const { open, payBy } = proposedLetter(plan, invoice, { id, on: day, level: levelOf(letter) })
    set({ on: day, open, payBy })
  }
  const document = useMemo(() => letterDocument(plan, invoice, letter), [plan, invoice, letter])
  const save = async () => {
    const reply = await execute({ type: 'invoice/letter', id: invoice.id, letter })
    if (!reply.ok) return
    onClose()
    toastWithUndo(words.saved)
  }
  return (
    <FormDialog
      title={words.title}
      size="wide"
      save={words.save}
      isReady={letter.payBy > letter.on && letter.open > 0}
      onSave={() => void save()}
      onClose={onClose}
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          <Select
            label={words.level}
            options={letterLevels.map((one) => ({ id: String(one), label: words.levels[one] }))}
            value={String(letter.level)}
            onChange={(chosen) => level(letterLevels.find((one) => String(one) === chosen) ?? 1)}
            autoFocus
          />
          <DateField label={words.on} day={letter.on} onChange={on} />
          {next === null || letter.on >= next.from ? null : (
            <p className={styles.hint}>{words.early(format.dayMedium(next.from))}</p>
          )}
          <DateField
            label={words.payBy}
            day={letter.payBy}
            onChange={(payBy) => payBy !== null && set({ payBy })}
          />
          <MoneyField
            label={words.fee}
            description={words.feeHelp}
            minor={letter.fee}
            currency={invoice.currency}
            onChange={(fee) => set({ fee: Math.max(0, fee ?? 0) })}
          />
        </div>
        <PagesPreview label={words.preview}>
          {(onPages) => <LetterPages letter={document} onPages={onPages} />}
        </PagesPreview>
      </div>
    </FormDialog>
  )
}

function levelOf({ level }: ReminderLetter): LetterLevel {
  return letterLevels.find((one) => one === level) ?? 3
}
