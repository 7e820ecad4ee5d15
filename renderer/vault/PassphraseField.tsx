import { useWords } from '../state/words.ts'
import { TextField } from '../ui/TextField.tsx'

/** The field for a passphrase that is known: the first to be typed into, and the one that says that it is another. */
export function PassphraseField({
  label,
  value,
  isWrong,
  onChange,
  onEnter = () => {},
}: {
  /** The usual one if left out. */
  readonly label?: string
  readonly value: string
  readonly isWrong: boolean
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
}) {
  const words = useWords().vault
  return (
    <TextField
      label={label ?? words.passphrase}
      type="password"
      value={value}
      onChange={onChange}
      onEnter={onEnter}
      error={isWrong ? words.wrong : null}
      autoFocus
    />
  )
}
