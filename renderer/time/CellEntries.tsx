import { useState } from 'react'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { wallClock, wallMinute } from '../../shared/time/wallClock.ts'
import { lockOf } from '../../shared/timesheet/lock.ts'
import type { SheetCell, SheetRow } from '../../shared/timesheet/sheet.ts'
import { go } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { areaOptions, deliverableOptions, NONE } from '../week/editor/options.ts'
import { lockWords } from './lockWords.ts'
import styles from './Time.module.css'
import { newEntry, putEntry, removeEntries } from './timeActs.ts'

const USUAL_MINUTES = 60

/** The entries of one cell, each with all that an entry has. Every field saves when it is left or chosen. */
export function CellEntries({ row, cell }: { readonly row: SheetRow; readonly cell: SheetCell }) {
  const words = useWords().time
  const format = useFormat()
  const name = row.client?.name ?? words.ownBusiness
  return (
    <div className={styles.entries}>
      <h3>{words.entriesOf(name, format.dayLong(cell.day))}</h3>
      {cell.entries.map((entry) => (
        <EntryFields key={entry.id} entry={entry} />
      ))}
      <Button
        icon="plus"
        onPress={() =>
          void putEntry(newEntry(row.engagementId, cell.day, { minutes: USUAL_MINUTES, start: null }))
        }
      >
        {words.addEntry}
      </Button>
    </div>
  )
}

function EntryFields({ entry }: { readonly entry: TimeEntry }) {
  const all = useWords()
  const words = all.time
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const lock = lockOf(plan, entry)
  if (lock !== null)
    return (
      <div className={styles.entry}>
        <p className={styles.entryText}>
          <strong>{format.duration(entry.minutes)}</strong> {entry.note}
        </p>
        <p className={styles.small}>{lockWords(lock, all, format)}</p>
        {lock.kind === 'billed' ? (
          <Button
            size="small"
            variant="quiet"
            onPress={() => go({ screen: 'invoices', invoiceId: lock.invoiceId })}
          >
            {words.toInvoice}
          </Button>
        ) : null}
      </div>
    )
  return <OpenEntry key={entry.id} entry={entry} />
}

function OpenEntry({ entry }: { readonly entry: TimeEntry }) {
  const words = useWords().time
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const [note, setNote] = useState(entry.note)
  const put = (change: Partial<TimeEntry>) => void putEntry({ ...entry, ...change })
  const saveNote = () => note !== entry.note && put({ note })
  const chosen = (id: string) => (id === NONE ? null : id)
  return (
    <div className={styles.entry}>
      {entry.lateFor === null ? null : (
        <p className={styles.small}>{words.late(format.dayLong(entry.lateFor))}</p>
      )}
      <div className={styles.entryRow}>
        <DurationField
          label={words.length}
          minutes={entry.minutes}
          onChange={(minutes) => minutes !== null && minutes > 0 && put({ minutes })}
        />
        <TimeField
          label={words.start}
          minute={entry.start === null ? null : wallMinute(entry.start)}
          isDisabled={entry.lateFor !== null}
          onChange={(minute) => put({ start: minute === null ? null : wallClock(entry.day, minute) })}
        />
        <TextField label={words.note} value={note} onChange={setNote} onBlur={saveNote} onEnter={saveNote} />
      </div>
      <div className={styles.entryMore}>
        <Select
          label={words.area}
          options={areaOptions(plan, words.noArea)}
          value={entry.areaId ?? NONE}
          onChange={(id) => put({ areaId: chosen(id) })}
        />
        {entry.engagementId === null ? null : (
          <Select
            label={words.deliverable}
            options={deliverableOptions(plan, entry.engagementId, words.noDeliverable)}
            value={entry.deliverableId ?? NONE}
            onChange={(id) => put({ deliverableId: chosen(id) })}
          />
        )}
        {entry.engagementId === null || entry.minutes === 0 ? null : (
          <Checkbox
            label={words.billable}
            isSelected={entry.billable}
            onChange={(billable) => put({ billable })}
          />
        )}
        <IconButton
          icon="trash"
          variant="quiet"
          size="small"
          label={words.removeEntry}
          onPress={() => void removeEntries([entry])}
        />
      </div>
    </div>
  )
}
