import { useState } from 'react'
import { TextArea, TextField } from '../ui/TextField.tsx'

export interface TypedAreaProps {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: string
  readonly text: string
  readonly rows?: number
  readonly onCommit: (text: string) => void
}

/** A text of several lines that is kept when it is left, and not at every key. */
export function TypedArea({ text, onCommit, ...rest }: TypedAreaProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    setTyped(null)
    if (typed !== null && typed !== text) onCommit(typed)
  }
  return <TextArea {...rest} value={typed ?? text} onChange={setTyped} onBlur={leave} maxLength={20_000} />
}

/** A line of text that is kept when it is left, and not at every key. */
export function TypedLine({ label, text, onCommit }: Pick<TypedAreaProps, 'label' | 'text' | 'onCommit'>) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    setTyped(null)
    if (typed !== null && typed !== text) onCommit(typed)
  }
  return <TextField label={label} value={typed ?? text} onChange={setTyped} onBlur={leave} maxLength={500} />
}
