import { useState } from 'react'
import { useToday } from '../state/clock.ts'
import { useFormat, useWords } from '../state/words.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { recentMonths, type Span } from './periods.ts'

const OTHER = 'other'

export interface PeriodFieldsProps {
  readonly span: Span
  readonly onChange: (span: Span) => void
}

/** A recent month, or any first and last day. */
export function PeriodFields({ span, onChange }: PeriodFieldsProps) {
  const words = useWords().billing.proposal
  const format = useFormat()
  const months = recentMonths(useToday())
  const [wantsOther, setOther] = useState(false)
  const isOther = wantsOther || !months.some(({ from, to }) => from === span.from && to === span.to)
  const options = [
    ...months.map(({ from }) => ({ id: from, label: format.month(from) })),
    { id: OTHER, label: words.otherPeriod },
  ]
  const choose = (id: string) => {
    setOther(id === OTHER)
    const month = months.find(({ from }) => from === id)
    if (month !== undefined) onChange(month)
  }
  return (
    <>
      <Select label={words.month} options={options} value={isOther ? OTHER : span.from} onChange={choose} />
      {isOther ? (
        <>
          <DateField
            label={words.from}
            day={span.from}
            onChange={(from) => from !== null && onChange({ ...span, from })}
          />
          <DateField
            label={words.to}
            day={span.to}
            minDay={span.from}
            onChange={(to) => to !== null && onChange({ ...span, to })}
          />
        </>
      ) : null}
    </>
  )
}
