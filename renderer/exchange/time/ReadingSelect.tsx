import type { Assumption } from '../../../shared/exchange/time/workedFile.ts'
import { useWords } from '../../state/words.ts'
import { Select } from '../../ui/Select.tsx'

interface ReadingSelectProps<T extends string> {
  readonly label: string
  readonly assumption: Assumption<T>
  /** What was chosen last: it shows at once, before the rows are read again. */
  readonly chosen: T | null
  readonly names: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
  /** More to say than how the value was come by. */
  readonly note?: string | undefined
}

/** One assumption about a file as a field that changes it, with how it was come by. */
export function ReadingSelect<T extends string>(props: ReadingSelectProps<T>) {
  const { label, assumption, chosen, names, onChange, note } = props
  const { timeImport: words } = useWords()
  const ids = Object.keys(names) as T[]
  const how = words.how[assumption.how]
  return (
    <Select
      label={label}
      options={ids.map((id) => ({ id, label: names[id] }))}
      value={chosen ?? assumption.value}
      onChange={(id) => {
        const value = ids.find((one) => one === id)
        if (value !== undefined) onChange(value)
      }}
      description={note === undefined ? how : `${how}; ${note}`}
    />
  )
}
