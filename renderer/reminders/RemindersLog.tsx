import { useEffect, useState } from 'react'
import { type LogEntry, logOutcomes } from '../../shared/reminders/remindersLog.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'
import type { Words } from '../../shared/words/words.ts'
import { bridge } from '../state/bridge.ts'
import { usePlan } from '../state/plan.ts'
import { reportFault } from '../state/report.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import listStyles from '../ui/List.module.css'
import { Select } from '../ui/Select.tsx'
import { Table } from '../ui/Table.tsx'
import styles from './Reminders.module.css'

const ALL = 'all'
/** So many lines come at once. */
const STEP = 100

/** What became of the reminders of late, the newest first. */
export function RemindersLog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().reminders
  const entries = useLog()
  const [outcome, setOutcome] = useState<string>(ALL)
  const [shown, setShown] = useState(STEP)
  const found = entries?.filter((entry) => outcome === ALL || entry.outcome === outcome) ?? []
  const choose = (id: string) => {
    setOutcome(id)
    setShown(STEP)
  }
  return (
    <Dialog title={words.log} size="wide" isOpen onClose={onClose}>
      {entries === null ? null : entries.length === 0 ? (
        <EmptyState title={words.logNone} text={words.logNoneText} />
      ) : (
        <>
          <div className={listStyles.finder}>
            <div className={styles.filter}>
              <Select
                label={words.logFilter}
                options={[
                  { id: ALL, label: words.logAll },
                  ...logOutcomes.map((id) => ({ id, label: words.outcomes[id] })),
                ]}
                value={outcome}
                onChange={choose}
              />
            </div>
            <p className={styles.quiet}>{words.logText}</p>
          </div>
          <LogTable entries={found.slice(0, shown)} />
          {found.length <= shown ? null : (
            <div className={styles.older}>
              <Button onPress={() => setShown(shown + STEP)}>{words.logOlder}</Button>
            </div>
          )}
        </>
      )}
    </Dialog>
  )
}

function LogTable({ entries }: { readonly entries: readonly LogEntry[] }) {
  const words = useWords().reminders
  const instant = useMinute()
  const rows = entries.map((entry, i) => ({ ...entry, id: `${entry.at} ${entry.key} ${i}` }))
  return (
    <Table
      label={words.log}
      rows={rows}
      rowId={({ id }) => id}
      empty={<EmptyState title={words.logNoneOf} />}
      columns={[
        {
          id: 'at',
          label: words.logAt,
          cell: ({ at }) => <span className={styles.when}>{instant(at)}</span>,
        },
        {
          id: 'what',
          label: words.logWhat,
          isRowHeader: true,
          cell: ({ title, client }) => (
            <span className={styles.what}>
              {title}
              {client === '' ? null : <span className={styles.client}>{client}</span>}
            </span>
          ),
        },
        {
          id: 'due',
          label: words.logDue,
          cell: ({ due }) => <span className={styles.when}>{instant(due)}</span>,
        },
        {
          id: 'outcome',
          label: words.logOutcome,
          cell: (entry) => (
            <span>
              {words.outcomes[entry.outcome]}
              <span className={styles.why}>{reasonText(entry, words)}</span>
            </span>
          ),
        },
      ]}
    />
  )
}

function reasonText({ outcome, why }: LogEntry, words: Words['reminders']): string {
  const missed: Readonly<Partial<Record<LogEntry['why'], string>>> = words.missedReasons
  return (outcome === 'missed' ? missed[why] : undefined) ?? words.reasons[why]
}

/** An instant on the clocks of the home zone. */
function useMinute(): (at: EpochMinute) => string {
  const format = useFormat()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  return (at) => {
    const wall = fromEpochMinute(at, zone)
    return `${format.dayMedium(wallDay(wall))}, ${format.time(wall)}`
  }
}

/** The log as it is when it is opened; null until it is there. */
function useLog(): readonly LogEntry[] | null {
  const [entries, setEntries] = useState<readonly LogEntry[] | null>(null)
  useEffect(() => {
    let isOpen = true
    bridge
      .request('reminders/log', undefined)
      .then((log) => isOpen && setEntries(log))
      .catch(reportFault)
    return () => {
      isOpen = false
    }
  }, [])
  return entries
}
