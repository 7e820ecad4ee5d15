import { useMemo } from 'react'
import type { ProposedZone } from '../../shared/exchange/importProposal.ts'
import { useWords } from '../state/words.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import { zoneOptions } from '../ui/choices.ts'
import styles from './ImportDialog.module.css'

interface ImportZonesProps {
  readonly zones: readonly ProposedZone[]
  readonly onChoose: (name: string, zone: string) => void
}

/** The zones of the file: those that must be asked for as fields, the others as a list with the reason for each. */
export function ImportZones({ zones, onChoose }: ImportZonesProps) {
  const { calendar: words } = useWords()
  const asked = zones.filter(({ how }) => how === 'ask' || how === 'floating')
  const known = zones.filter(({ how }) => how !== 'ask' && how !== 'floating')
  return (
    <>
      {asked.map((zone) => (
        <ZoneQuestion key={zone.name} zone={zone} onChoose={onChoose} />
      ))}
      {known.length === 0 ? null : (
        <details className={styles.details}>
          <summary>{`${words.zones} (${known.length})`}</summary>
          <ul className={styles.lines}>
            {known.map(({ name, zone, how }) => (
              <li key={name}>
                {words.zoneLine(name === '' ? words.noZone : name, zone, words.zoneHow[how])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ZoneQuestion({
  zone,
  onChoose,
}: {
  readonly zone: ProposedZone
  readonly onChoose: ImportZonesProps['onChoose']
}) {
  const { calendar: words } = useWords()
  const options = useMemo(() => zoneOptions(zone.zone), [zone.zone])
  const label =
    zone.how === 'floating' ? words.zoneFloating(zone.events) : words.zoneAsk(zone.name, zone.events)
  return (
    <div className={styles.question}>
      <ComboBox
        label={label}
        options={options}
        value={zone.zone}
        onChange={(id) => onChoose(zone.name, id)}
        description={zone.assumed ? words.zoneAssumed : undefined}
      />
    </div>
  )
}
