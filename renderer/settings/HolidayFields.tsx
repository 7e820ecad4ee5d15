import { useMemo } from 'react'
import { holidayCountries } from '../../shared/capacity/publicHolidays.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import { useFormat, useWords } from '../state/words.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import { FieldRow } from '../ui/Screen.tsx'
import { Select } from '../ui/Select.tsx'

interface HolidayFieldsProps {
  readonly region: Settings['holidays']
  readonly onChange: (region: Settings['holidays']) => void
}

const WHOLE = 'whole'

/** Whose public holidays are free: a country, and its region where regions differ. */
export function HolidayFields({ region, onChange }: HolidayFieldsProps) {
  const words = useWords().settings
  const { language } = useFormat()
  const regions = useMemo(() => holidayCountries(language), [language])
  const country = regions.find((known) => known.country === region?.country)
  return (
    <FieldRow>
      <ComboBox
        label={words.holidays}
        options={[
          { id: 'none', label: words.noHolidays },
          ...regions.map((known) => ({ id: known.country, label: known.name })),
        ]}
        value={region?.country ?? 'none'}
        onChange={(id) => onChange(id === 'none' ? null : { country: id, state: null })}
      />
      {country === undefined || country.states.length === 0 ? null : (
        <Select
          label={words.state}
          options={[
            { id: WHOLE, label: words.wholeCountry },
            ...country.states.map(({ state, name }) => ({ id: state, label: name })),
          ]}
          value={region?.state ?? WHOLE}
          onChange={(id) => onChange({ country: country.country, state: id === WHOLE ? null : id })}
        />
      )}
    </FieldRow>
  )
}
