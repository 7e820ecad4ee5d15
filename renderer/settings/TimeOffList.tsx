import { useState } from 'react'
import { newId, useToday } from '../state/clock.ts'
import { execute, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Settings.module.css'

/** Time off that is not over yet, and a line to add some. */
export function TimeOffList() {
  const all = useWords()
  const words = all.settings
  const format = useFormat()
  const today = useToday()
  const timeOff = usePlan((plan) => plan.practice.timeOff)
  const ahead = Object.values(timeOff)
    .filter((off) => off.to >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (
    <div>
      {ahead.length === 0 ? <p className={styles.quiet}>{words.noTimeOff}</p> : null}
      <ul className={styles.list}>
        {ahead.map((off) => (
          <li key={off.id} className={styles.row}>
            <span>{off.title}</span>
            <span>{format.dayRange(off.from, off.to)}</span>
            <IconButton
              icon="trash"
              variant="quiet"
              size="small"
              label={`${words.remove}: ${off.title}`}
              onPress={() => void deleteRecord('timeOff', off.id, off.title)}
            />
          </li>
        ))}
      </ul>
      <AddTimeOff today={today} />
    </div>
  )
}

function AddTimeOff({ today }: { readonly today: string }) {
  const all = useWords()
  const words = all.settings
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const wrong = from !== null && to !== null && to < from
  const add = async () => {
    if (from === null || wrong) return
    const value = {
      id: newId(),
      title: title || words.timeOffDefault,
      from,
      to: to ?? from,
      part: null,
      source: null,
    }
    const reply = await execute({ type: 'practice/put', records: [{ kind: 'timeOff', value }] })
    if (!reply.ok) return
    setTitle('')
    setFrom(null)
    setTo(null)
  }
  return (
    <div className={styles.add}>
      <TextField
        label={words.timeOffTitle}
        value={title}
        placeholder={words.timeOffDefault}
        onChange={setTitle}
      />
      <DateField label={words.firstDay} day={from} minDay={today} onChange={setFrom} />
      <DateField
        label={words.lastDay}
        day={to}
        onChange={setTo}
        error={wrong ? (all.refusals.sentences['end-before-start']?.({}) ?? null) : null}
      />
      <Button isDisabled={from === null || wrong} onPress={() => void add()}>
        {words.add}
      </Button>
    </div>
  )
}
