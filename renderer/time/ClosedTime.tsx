import { useState } from 'react'
import { addDays, firstOfMonth } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Time.module.css'
import { closeThrough } from './timeActs.ts'

/** Up to when time is closed, and the way to close more of it or open it again. */
export function ClosedTime() {
  const all = useWords()
  const words = all.time
  const format = useFormat()
  const closed = usePlan((plan) => plan.practice.closedThrough)
  const lastMonth = addDays(firstOfMonth(useToday()), -1)
  const [isOpen, setOpen] = useState(false)
  const [through, setThrough] = useState<string | null>(null)
  const open = () => {
    setThrough(closed !== null && closed > lastMonth ? closed : lastMonth)
    setOpen(true)
  }
  const done = (day: string | null) => {
    setOpen(false)
    void closeThrough(day)
  }
  return (
    <>
      <Button {...(closed === null ? {} : { icon: 'lock' as const })} onPress={open}>
        {closed === null ? words.close : words.closedUntil(format.dayShort(closed))}
      </Button>
      <Dialog
        title={words.closeTitle}
        size="small"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          <>
            {closed === null ? null : <Button onPress={() => done(null)}>{words.openAll}</Button>}
            <Button
              variant="primary"
              isDisabled={through === null || through === closed}
              onPress={() => done(through)}
            >
              {words.closeNow}
            </Button>
          </>
        }
      >
        <p className={styles.text}>{words.closeText}</p>
        <DateField label={words.closeThrough} day={through} onChange={setThrough} />
      </Dialog>
    </>
  )
}
