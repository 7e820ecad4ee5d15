import { columnRoles } from '../../../shared/exchange/time/columns.ts'
import { EVERYBODY, type ReadingChoices, type WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import { useWords } from '../../state/words.ts'
import { Select } from '../../ui/Select.tsx'
import shared from '../ImportDialog.module.css'
import styles from './TableDialog.module.css'
import { readAgain } from './tableStore.ts'
import { unanswered } from './unanswered.ts'

interface Reading {
  readonly read: WorkedRead
  readonly choices: ReadingChoices
}

/** What a file does not tell and only the user knows, asked before anything else. */
export function TableQuestions({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  return unanswered(read).map((question) => (
    <div key={question} className={shared.question}>
      {question === 'columns' ? (
        <>
          <p className={shared.sentence}>{words.columnsAsk}</p>
          <ColumnFields read={read} choices={choices} />
        </>
      ) : question === 'dateOrder' ? (
        <Select
          label={words.dateOrderAsk}
          options={(['dmy', 'mdy'] as const).map((id) => ({ id, label: words.dateOrders[id] }))}
          value={choices.dateOrder}
          placeholder={words.choose}
          onChange={(id) => void readAgain({ dateOrder: id === 'mdy' ? 'mdy' : 'dmy' })}
        />
      ) : (
        <PersonField read={read} choices={choices} />
      )}
    </div>
  ))
}

/** Whose rows are imported. */
export function PersonField({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const { people, assumptions } = read
  const isAsked = assumptions.person.how === 'ask'
  const options = [
    ...people.map(({ name, rows }) => ({ id: name, label: words.personRows(name, rows) })),
    { id: EVERYBODY, label: words.everybody(people.length) },
  ]
  return (
    <Select
      label={isAsked ? words.personAsk(people.length) : words.person}
      options={options}
      value={choices.person}
      placeholder={words.choose}
      onChange={(person) => void readAgain({ person })}
    />
  )
}

/** Which column holds what. */
export function ColumnFields({ read, choices }: Reading) {
  const { timeImport: words } = useWords()
  const { assumptions, header, sample } = read
  const options = [
    { id: '-1', label: words.noColumn },
    ...header.map((name, i) => ({ id: String(i), label: words.column(name, sample[0]?.[i] ?? '') })),
  ]
  return (
    <div className={styles.fields}>
      {columnRoles.map((role) => (
        <Select
          key={role}
          label={words.roles[role]}
          options={options}
          value={String(assumptions.columns[role] ?? -1)}
          onChange={(id) => void readAgain({ columns: { ...choices.columns, [role]: Number(id) } })}
        />
      ))}
    </div>
  )
}
