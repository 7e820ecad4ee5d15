import type { Settings } from '../../shared/plan/settings.ts'
import { useWords } from '../state/words.ts'
import { DurationField } from '../ui/DurationField.tsx'
import { FieldRow } from '../ui/Screen.tsx'
import { Select } from '../ui/Select.tsx'

const OFF = 'off'
/** Minutes that are offered; another one that is set is offered, too. */
const offered = [3, 5, 10, 15, 20, 30, 60] as const

export interface TimerFieldsProps {
  readonly timer: Settings['timer']
  readonly onChange: (settings: Partial<Settings>) => void
}

/** When the timer asks what a pause was, and when it warns that it still runs. */
export function TimerFields({ timer, onChange }: TimerFieldsProps) {
  const words = useWords().timer
  const { idle, long } = timer
  const minutes = [...new Set([...offered, ...(idle === null ? [] : [idle])])].toSorted((a, b) => a - b)
  return (
    <FieldRow>
      <Select
        label={words.idle}
        description={words.idleHelp}
        options={[
          ...minutes.map((one) => ({ id: String(one), label: words.idleAfter(one) })),
          { id: OFF, label: words.idleOff },
        ]}
        value={idle === null ? OFF : String(idle)}
        onChange={(id) => onChange({ timer: { ...timer, idle: id === OFF ? null : Number(id) } })}
      />
      <DurationField
        label={words.long}
        description={words.longHelp}
        minutes={long}
        step={30}
        onChange={(next) =>
          next !== null && onChange({ timer: { ...timer, long: Math.min(Math.max(next, 30), 1440) } })
        }
      />
    </FieldRow>
  )
}
