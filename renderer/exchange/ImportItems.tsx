import { useMemo, useState } from 'react'
import type { ImportProposal } from '../../shared/exchange/importProposal.ts'
import type { ImportChoices } from '../../shared/exchange/importShape.ts'
import { newId } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { engagementOptions } from './engagementOptions.ts'
import styles from './ImportDialog.module.css'
import { ImportRules } from './ImportRules.tsx'
import { ImportTable, type RowChoices } from './ImportTable.tsx'
import type { ImportRow, ImportRows } from './importRows.ts'

interface ImportItemsProps {
  readonly proposal: ImportProposal
  readonly rows: ImportRows
  readonly rules: ImportChoices['rules']
  readonly onChange: (change: (before: ImportChoices) => ImportChoices) => void
}

/** What is imported, and folded away what is not. */
export function ImportItems({ proposal, rows, rules, onChange }: ImportItemsProps) {
  const { calendar: words } = useWords()
  const practice = usePlan((plan) => plan.practice)
  const engagements = useMemo(() => engagementOptions(practice, words.ownBusiness), [practice, words])
  const known = useMemo(() => rules ?? Object.values(practice.calendarRules), [rules, practice])
  const choices: RowChoices = {
    becomes: (row, becomes) =>
      onChange((before) => ({ ...before, becomes: forAll(before.becomes, row, becomes) })),
    engagement: (row, id) =>
      onChange((before) => ({ ...before, engagements: forAll(before.engagements, row, id) })),
    keep: (row, rule) =>
      onChange((before) => ({
        ...before,
        rules: [...known, { id: newId(), engagementId: row.first.engagementId, ...rule }],
        // From here on the rule says it, for these too.
        engagements: without(before.engagements, row),
      })),
  }
  const countOf = (list: readonly ImportRow[]) => list.reduce((sum, { keys }) => sum + keys.length, 0)
  const folded = [
    { rows: rows.leftOut, label: words.leftOut(countOf(rows.leftOut)) },
    { rows: rows.same, label: words.alreadyHere(countOf(rows.same)) },
  ]
  return (
    <>
      {proposal.items.length === 0 ? null : (
        <ImportRules
          rules={known}
          engagements={engagements}
          onChange={(changed) => onChange((before) => ({ ...before, rules: changed }))}
        />
      )}
      <ImportTable
        label={proposal.calendar}
        calendar={proposal.calendar}
        zones={proposal.zones}
        rows={rows.active}
        engagements={engagements}
        choices={choices}
      />
      {folded.map((part) =>
        part.rows.length === 0 ? null : (
          <Folded key={part.label} label={part.label}>
            {() => (
              <ImportTable
                label={part.label}
                calendar={proposal.calendar}
                zones={proposal.zones}
                rows={part.rows}
                engagements={engagements}
                choices={choices}
              />
            )}
          </Folded>
        ),
      )}
    </>
  )
}

/** Details that are drawn only when they are opened. */
function Folded({ label, children }: { readonly label: string; readonly children: () => React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen ? children() : null}
    </details>
  )
}

function forAll<V>(
  before: Readonly<Record<string, V>>,
  row: ImportRow,
  value: V,
): Readonly<Record<string, V>> {
  return { ...before, ...Object.fromEntries(row.keys.map((key) => [key, value])) }
}

function without<V>(before: Readonly<Record<string, V>>, row: ImportRow): Readonly<Record<string, V>> {
  const gone = new Set(row.keys)
  return Object.fromEntries(Object.entries(before).filter(([key]) => !gone.has(key)))
}
