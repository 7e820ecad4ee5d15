import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { Colour } from '../../shared/plan/fields.ts'
import { useWords } from '../state/words.ts'
import styles from './ColourField.module.css'

interface ColourFieldProps {
  readonly label: string
  readonly value: Colour
  readonly names: readonly Colour[]
  readonly onChange: (colour: Colour) => void
}

/** A client's colour, one of the palette; each has a name for those who cannot tell them apart. */
export function ColourField({ label, value, names, onChange }: ColourFieldProps) {
  const words = useWords().clients
  return (
    <RadioGroup
      className={styles.field ?? ''}
      value={value}
      orientation="horizontal"
      onChange={(name) => onChange(name as Colour)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.swatches}>
        {names.map((name) => (
          <Radio key={name} value={name} aria-label={words.colourNames[name]} className={styles.swatch ?? ''}>
            <span className={styles.fill} data-colour={name} title={words.colourNames[name]} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
