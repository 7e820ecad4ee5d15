import { type ReactNode, useState } from 'react'
import type { ProposedZone } from '../../shared/exchange/importProposal.ts'
import type { Becomes } from '../../shared/exchange/importVerdict.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import { OWN_BUSINESS } from './engagementOptions.ts'
import styles from './ImportDialog.module.css'
import type { ImportRow } from './importRows.ts'
import { type KeepRule, RowRule } from './RowRule.tsx'
import { timesText, whenOf } from './whenWords.ts'

/** Changes what becomes of all items of a row. */
export interface RowChoices {
  readonly becomes: (row: ImportRow, becomes: Becomes) => void
  readonly engagement: (row: ImportRow, engagementId: string | null) => void
  readonly keep: KeepRule
}

interface ImportTableProps {
  readonly label: string
  /** The calendar's name. */
  readonly calendar: string
  /** The zones of the file, for the reason of each. */
  readonly zones: readonly ProposedZone[]
  readonly rows: readonly ImportRow[]
  readonly engagements: readonly Option[]
  readonly choices: RowChoices
}

/** Rows drawn at once: each has two fields, and nobody looks at thousands. */
const PAGE = 50

/** The rows of a preview, each with what it becomes and whose it is. */
export function ImportTable({ label, rows, ...row }: ImportTableProps) {
  const { calendar: words } = useWords()
  const [shown, setShown] = useState(PAGE)
  if (rows.length === 0) return null
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.becomes}</th>
            <th scope="col">{words.engagement}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((one) => (
            <Row key={one.id} row={one} {...row} />
          ))}
        </tbody>
      </table>
      {rows.length <= shown ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + PAGE * 4)}>
          {words.showMore(Math.min(PAGE * 4, rows.length - shown))}
        </Button>
      )}
    </>
  )
}

interface RowProps extends Omit<ImportTableProps, 'label' | 'rows'> {
  readonly row: ImportRow
}

function Row({ row, calendar, zones, engagements, choices }: RowProps) {
  const { calendar: words } = useWords()
  const { first } = row
  const title = first.title.trim() === '' ? words.untitled : first.title
  const options = first.options.map((id) => ({ id, label: words.becomesNames[id] }))
  return (
    <tr>
      <th scope="row" className={styles.event}>
        <RowTitle row={row} title={title} zones={zones} />
      </th>
      <td>
        <Select
          label={words.becomesOf(title)}
          labelHidden
          options={options}
          value={first.becomes}
          isDisabled={options.length < 2}
          onChange={(id) => choices.becomes(row, id as Becomes)}
        />
        {first.reason === null ? null : <span className={styles.why}>{words.reasons[first.reason]}</span>}
      </td>
      <td>
        {first.becomes === 'session' ? (
          <>
            <Select
              label={words.engagementOf(title)}
              labelHidden
              options={engagements}
              value={first.engagementId ?? OWN_BUSINESS}
              onChange={(id) => choices.engagement(row, id === OWN_BUSINESS ? null : id)}
            />
            <span className={styles.why}>{words.why[first.why.code](first.why.word)}</span>
            {first.why.code === 'chosen' ? (
              <RowRule row={row} calendar={calendar} onKeep={choices.keep} />
            ) : null}
          </>
        ) : null}
      </td>
    </tr>
  )
}

const tones: Readonly<Record<string, ChipTone>> = { new: 'accent', changed: 'watch', removed: 'over' }

function RowTitle({
  row,
  title,
  zones,
}: Pick<RowProps, 'row' | 'zones'> & { readonly title: string }): ReactNode {
  const all = useWords()
  const format = useFormat()
  const homeZone = usePlan((plan) => plan.practice.settings.homeZone)
  const { calendar: words } = all
  const { first, conflicts } = row
  const tone = tones[first.state]
  return (
    <>
      <span className={styles.name}>{title}</span>
      <span className={styles.when}>{whenOf(row, all, format, { homeZone, zones })}</span>
      {first.recurrence === null ? null : (
        <span className={styles.when}>{timesText(first, words, format)}</span>
      )}
      <span className={styles.chips}>
        {tone === undefined ? null : <Chip tone={tone}>{words.states[first.state]}</Chip>}
        {first.changedOccurrences === 0 ? null : (
          <Chip>{words.changedOccurrences(first.changedOccurrences)}</Chip>
        )}
        {conflicts === 0 ? null : (
          <span title={words.conflictsText}>
            <Chip tone="over">{words.conflicts(conflicts)}</Chip>
          </span>
        )}
      </span>
    </>
  )
}
