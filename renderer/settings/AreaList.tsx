import { useState } from 'react'
import { type Area, Area as AreaSchema } from '../../shared/plan/area.ts'
import { newId } from '../state/clock.ts'
import { execute, usePlan } from '../state/plan.ts'
import { useRecord } from '../state/useRecord.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Settings.module.css'

/** The responsibility areas: renamed in place, archived, added. */
export function AreaList() {
  const words = useWords().settings
  const areas = usePlan((plan) => plan.practice.areas)
  const sorted = Object.values(areas).toSorted((a, b) => a.order - b.order)
  const [name, setName] = useState('')
  const add = async () => {
    if (name.trim() === '') return
    const order = Math.max(0, ...sorted.map((area) => area.order)) + 1
    const value = { id: newId(), name, archived: false, order }
    const reply = await execute({ type: 'practice/put', records: [{ kind: 'area', value }] })
    if (reply.ok) setName('')
  }
  return (
    <div>
      <p className={styles.quiet}>{words.areasHelp}</p>
      <ul className={styles.list}>
        {sorted.map((area) => (
          <AreaRow key={area.id} area={area} />
        ))}
      </ul>
      <div className={styles.addOne}>
        <TextField label={words.newArea} value={name} onChange={setName} onEnter={() => void add()} />
        <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
          {words.add}
        </Button>
      </div>
    </div>
  )
}

function AreaRow({ area }: { readonly area: Area }) {
  const words = useWords().settings
  const form = useRecord('area', area, AreaSchema)
  return (
    <li className={styles.row}>
      <TextField
        label={words.areaName}
        labelHidden
        value={form.value.name}
        isDisabled={area.archived}
        onChange={(name) => form.type({ name })}
        onBlur={form.leave}
        onEnter={form.leave}
        error={form.error('name')}
      />
      <Button size="small" variant="quiet" onPress={() => form.choose({ archived: !area.archived })}>
        {area.archived ? words.unarchiveArea : words.archiveArea}
      </Button>
    </li>
  )
}
