import { type ReactNode, useState } from 'react'
import type { Day } from '../../shared/time/day.ts'
import dialog from '../clients/Dialogs.module.css'
import { useToday } from '../state/clock.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import styles from './HistoryFields.module.css'
import {
  changedFrom,
  changesPast,
  type History,
  misplaced,
  type Version,
  versionOn,
  withVersion,
} from './history.ts'

interface HistoryProps<V> {
  readonly title: string
  readonly history: History<V>
  /** A new engagement has no past: its first version is all there is to see until a change is added. */
  readonly isNew: boolean
  readonly onChange: (history: History<V>) => void
  /** A version in a few words. */
  readonly describe: (value: V) => string
  /** What is wrong with the n-th version, other than its day; null where nothing is. */
  readonly fault: (index: number) => string | null
  /** The fields of a version. */
  readonly children: (value: V, onChange: (value: V) => void) => ReactNode
}

/** What holds from when: the versions one below the other, and the fields of the one that is chosen. */
export function HistoryFields<V>(props: HistoryProps<V>) {
  const { title, history, isNew, onChange, describe, fault, children } = props
  const words = useWords().engagements
  const today = useToday()
  const [chosen, setChosen] = useState(() => versionOn(history, today)?.key ?? 0)
  const version = history.find(({ key }) => key === chosen) ?? history[0]
  const wrongDay = useMisplaced(history, version?.key ?? 0)
  if (version === undefined) return null
  const { key } = version
  const isFirst = history[0]?.key === key
  const branch = (moves: boolean) => {
    const changed = changedFrom(history, key, today, moves)
    onChange(changed.history)
    setChosen(changed.key)
  }
  const remove = () => {
    const index = history.findIndex((one) => one.key === key)
    const rest = history.toSpliced(index, 1)
    onChange(rest)
    setChosen(rest[Math.max(0, index - 1)]?.key ?? 0)
  }
  return (
    <fieldset className={dialog.group}>
      <legend>{title}</legend>
      {history.length < 2 ? null : (
        <Versions {...{ history, chosen: key, describe, fault, today }} onChoose={setChosen} />
      )}
      {isFirst ? null : (
        <DateField
          label={words.from}
          day={version.from}
          onChange={(from) => from !== null && onChange(withVersion(history, key, { from }))}
          error={wrongDay}
        />
      )}
      {isFirst ? null : <span />}
      {children(version.value, (value) => onChange(withVersion(history, key, { value })))}
      {!isNew && changesPast(version, today) ? (
        <CorrectionNote since={isFirst ? null : version.from} onBranch={() => branch(true)} />
      ) : null}
      <div className={`${dialog.wide} ${styles.actions}`}>
        <Button size="small" onPress={() => branch(false)}>
          {words.changeFrom}
        </Button>
        {history.length < 2 ? null : (
          <Button size="small" variant="quiet" onPress={remove}>
            {words.removeVersion}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** The sentence about a version that begins outside of its neighbours. */
function useMisplaced<V>(history: History<V>, key: number): string | null {
  const words = useWords().engagements
  const format = useFormat()
  const wrong = misplaced(history, key)
  if (wrong === null) return null
  const after = format.dayMedium(wrong.after)
  return wrong.before === null
    ? words.mustBeAfter(after)
    : words.mustBeBetween(after, format.dayMedium(wrong.before))
}

/** A change of what has held for some time changes the past: said, with the way to leave it as it was. */
function CorrectionNote({ since, onBranch }: { readonly since: Day | null; readonly onBranch: () => void }) {
  const words = useWords().engagements
  const format = useFormat()
  return (
    <div className={`${dialog.wide} ${styles.note}`} role="status">
      <p>{since === null ? words.correctsAll : words.correctsSince(format.dayMedium(since))}</p>
      <Button size="small" onPress={onBranch}>
        {words.changeInstead}
      </Button>
    </div>
  )
}

interface VersionsProps<V> extends Pick<HistoryProps<V>, 'history' | 'describe' | 'fault'> {
  readonly chosen: number
  readonly today: Day
  readonly onChoose: (key: number) => void
}

function Versions<V>({ history, chosen, describe, fault, today, onChoose }: VersionsProps<V>) {
  const words = useWords().engagements
  const format = useFormat()
  const present = versionOn(history, today)
  const from = (version: Version<V>, index: number) =>
    index === 0 ? words.fromStart : words.fromDay(format.dayMedium(version.from))
  return (
    <ul className={`${dialog.wide} ${styles.versions}`} aria-label={words.versions}>
      {history.map((version, i) => {
        const wrong = fault(i) ?? (misplaced(history, version.key) === null ? null : words.wrongDay)
        return (
          <li key={version.key}>
            <button
              type="button"
              className={styles.version}
              aria-current={version.key === chosen}
              onClick={() => onChoose(version.key)}
            >
              <span className={styles.from}>{from(version, i)}</span>
              <b>{describe(version.value)}</b>
              {version.key === present?.key ? <Chip tone="ok">{words.now}</Chip> : null}
              {wrong === null ? null : <small className={styles.wrong}>{wrong}</small>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
