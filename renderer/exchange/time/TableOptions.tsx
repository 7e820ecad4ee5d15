import { useMemo } from 'react'
import type { WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import type { WorkedChoices, WorkedProposal } from '../../../shared/exchange/time/workedProposal.ts'
import { addDays, maxDay } from '../../../shared/time/day.ts'
import { useToday } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './TableDialog.module.css'

interface TableOptionsProps {
  readonly read: WorkedRead
  readonly proposal: WorkedProposal
  readonly choices: WorkedChoices
  readonly onChange: (change: (before: WorkedChoices) => WorkedChoices) => void
}

const options = ['billable', 'task', 'tags', 'allOrNothing'] as const
type Option = (typeof options)[number] | 'late'

/** What the entries get of the rows; only what this file has. */
export function TableOptions({ read, proposal, choices, onChange }: TableOptionsProps) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const today = useToday()
  const closedThrough = usePlan((plan) => plan.practice.closedThrough)
  const has = useMemo(
    () => ({
      billable: read.rows.some(({ billable }) => billable === null),
      task: read.rows.some(({ task }) => task !== ''),
      tags: read.rows.some(({ tags }) => tags !== ''),
      allOrNothing: read.problems.length > 0,
    }),
    [read],
  )
  const lateDay = closedThrough === null ? null : maxDay(today, addDays(closedThrough, 1))
  const change = (option: Option, isSelected: boolean) =>
    onChange((before) => ({ ...before, [option]: isSelected }))
  return (
    <div className={styles.options}>
      {options
        .filter((option) => has[option])
        .map((option) => (
          <Checkbox
            key={option}
            label={words[option]}
            isSelected={choices[option]}
            onChange={(isSelected) => change(option, isSelected)}
          />
        ))}
      {lateDay === null || proposal.closed + proposal.late === 0 ? null : (
        <Checkbox
          label={words.late(format.dayMedium(lateDay))}
          isSelected={choices.late}
          onChange={(isSelected) => change('late', isSelected)}
        />
      )}
    </div>
  )
}
