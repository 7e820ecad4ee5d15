import { useMemo } from 'react'
import type { ReadingChoices, WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import type { WorkedProposal } from '../../../shared/exchange/time/workedProposal.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { zoneOptions } from '../../ui/choices.ts'
import { Select } from '../../ui/Select.tsx'
import shared from '../ImportDialog.module.css'
import { ReadingSelect } from './ReadingSelect.tsx'
import styles from './TableDialog.module.css'
import { ColumnFields, PersonField } from './TableQuestions.tsx'
import { readAgain } from './tableStore.ts'

interface TableAssumptionsProps {
  readonly read: WorkedRead
  readonly choices: ReadingChoices
  readonly proposal: WorkedProposal
}

/** Everything that was assumed of a file, each a field: changing one reads the rows again. */
export function TableAssumptions({ read, choices, proposal }: TableAssumptionsProps) {
  const { timeImport: words } = useWords()
  const { currency } = read.assumptions
  const creates = proposal.groups.some(({ target }) => target?.kind === 'create')
  return (
    <>
      <h3 className={styles.heading}>{words.assumptions}</h3>
      <div className={styles.fields}>
        <CellFields read={read} choices={choices} />
        <TextFields read={read} choices={choices} />
      </div>
      {currency === null || !creates ? null : <p className={shared.quiet}>{words.currency(currency)}</p>}
      <details className={shared.details}>
        <summary>{words.columns}</summary>
        <ColumnFields read={read} choices={choices} />
      </details>
    </>
  )
}

type Reading = Omit<TableAssumptionsProps, 'proposal'>

/** How dates, clocks and lengths are read. */
function CellFields({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const { assumptions } = read
  return (
    <>
      <ReadingSelect
        label={words.source}
        assumption={assumptions.source}
        chosen={choices.source}
        names={words.sources}
        onChange={(source) => void readAgain({ source })}
      />
      <ReadingSelect
        label={words.dateOrder}
        assumption={assumptions.dateOrder}
        chosen={choices.dateOrder}
        names={words.dateOrders}
        onChange={(dateOrder) => void readAgain({ dateOrder })}
      />
      <ZoneField read={read} choices={choices} />
      <ReadingSelect
        label={words.decimal}
        assumption={assumptions.decimal}
        chosen={choices.decimal}
        names={words.decimals}
        onChange={(decimal) => void readAgain({ decimal })}
      />
      <ReadingSelect
        label={words.unit}
        assumption={assumptions.unit}
        chosen={choices.unit}
        names={words.units}
        onChange={(unit) => void readAgain({ unit })}
      />
      <MinutesField read={read} choices={choices} />
    </>
  )
}

function MinutesField({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const whole = useMemo(() => read.rows.reduce((sum, { minutes }) => sum + minutes, 0), [read])
  const seconds = String(read.seconds % 60).padStart(2, '0')
  const exact = `${format.clockDuration(Math.floor(read.seconds / 60))}:${seconds}`
  const rules = Object.keys(words.minuteRules) as (keyof typeof words.minuteRules)[]
  return (
    <Select
      label={words.minutes}
      options={rules.map((id) => ({ id, label: words.minuteRules[id] }))}
      value={choices.minutes}
      onChange={(id) => {
        const minutes = rules.find((rule) => rule === id)
        if (minutes !== undefined) void readAgain({ minutes })
      }}
      description={words.minutesHelp(exact, format.clockDuration(whole))}
    />
  )
}

function ZoneField({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const { clock, instants } = read.assumptions
  const options = useMemo(() => zoneOptions(choices.zone), [choices.zone])
  return (
    <ComboBox
      label={instants ? words.zoneInstants : words.zone}
      options={options}
      value={choices.zone}
      onChange={(zone) => void readAgain({ zone })}
      description={clock === null ? words.noClock : `${words.clock[clock]}; ${words.zoneHome}`}
    />
  )
}

/** How the text itself is read, and whose rows count. */
function TextFields({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const { assumptions } = read
  const named = (isNamed: boolean) => (isNamed ? 'yes' : 'no')
  return (
    <>
      <ReadingSelect
        label={words.encoding}
        assumption={assumptions.encoding}
        chosen={choices.encoding}
        names={words.encodings}
        onChange={(encoding) => void readAgain({ encoding })}
      />
      <ReadingSelect
        label={words.separator}
        assumption={assumptions.separator}
        chosen={choices.separator}
        names={words.separators}
        onChange={(separator) => void readAgain({ separator, columns: {} })}
      />
      <ReadingSelect
        label={words.headed}
        assumption={{ ...assumptions.headed, value: named(assumptions.headed.value) }}
        chosen={choices.headed === null ? null : named(choices.headed)}
        names={words.headedIs}
        onChange={(headed) => void readAgain({ headed: headed === 'yes' })}
      />
      {read.people.length < 2 ? null : <PersonField read={read} choices={choices} />}
    </>
  )
}
