import { useState } from 'react'
import { type Area, Area as AreaSchema } from '../../shared/plan/area.ts'
import { engagementUses } from '../../shared/plan/uses.ts'
import { newId } from '../state/clock.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { deleteRecord, useRecord } from '../state/useRecord.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AreaMergeDialog } from './AreaMergeDialog.tsx'
import styles from './Settings.module.css'

function useSortedAreas(): readonly Area[] {
  const areas = usePlan((plan) => plan.practice.areas)
  return Object.values(areas).toSorted((a, b) => a.order - b.order)
}

/** The responsibility areas: renamed in place, ordered, archived, deleted, added. */
export function AreaList() {
  const words = useWords().settings
  const sorted = useSortedAreas()
  const [name, setName] = useState('')
  const [merging, setMerging] = useState<Area | null>(null)
  const add = async () => {
    if (name.trim() === '') return
    const order = Math.max(0, ...sorted.map((area) => area.order)) + 1
    const value = { id: newId(), name, archived: false, order }
    const reply = await execute({ type: 'practice/put', records: [{ kind: 'area', value }] })
    if (reply.ok) setName('')
  }
  // What nobody uses goes at once; else the user says where its time goes.
  const remove = (area: Area) =>
    engagementUses(planNow(), 'area', area.id) === 0
      ? void deleteRecord('area', area.id, area.name)
      : setMerging(area)
  return (
    <div>
      <p className={styles.quiet}>{words.areasHelp}</p>
      <ul className={styles.list}>
        {sorted.map((area, at) => (
          <AreaRow
            key={area.id}
            area={area}
            before={sorted[at - 1]}
            after={sorted[at + 1]}
            onDelete={() => remove(area)}
          />
        ))}
      </ul>
      <div className={styles.addOne}>
        <TextField label={words.newArea} value={name} onChange={setName} onEnter={() => void add()} />
        <Button isDisabled={name.trim() === ''} onPress={() => void add()}>
          {words.add}
        </Button>
      </div>
      {merging === null ? null : <AreaMergeDialog area={merging} onClose={() => setMerging(null)} />}
    </div>
  )
}

interface RowProps {
  readonly area: Area
  readonly before: Area | undefined
  readonly after: Area | undefined
  readonly onDelete: () => void
}

/** Gives two areas each other's place, as one step. */
function swap(area: Area, other: Area): void {
  void execute({
    type: 'practice/put',
    records: [
      { kind: 'area', value: { ...area, order: other.order } },
      { kind: 'area', value: { ...other, order: area.order } },
    ],
  })
}

function AreaRow({ area, before, after, onDelete }: RowProps) {
  const all = useWords()
  const words = all.settings
  const form = useRecord('area', area, AreaSchema)
  return (
    <li className={styles.areaRow} aria-label={area.name}>
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
      <IconButton
        icon="up"
        size="small"
        variant="quiet"
        label={all.clientPage.moveUp(area.name)}
        isDisabled={before === undefined}
        onPress={() => before !== undefined && swap(area, before)}
      />
      <IconButton
        icon="down"
        size="small"
        variant="quiet"
        label={all.clientPage.moveDown(area.name)}
        isDisabled={after === undefined}
        onPress={() => after !== undefined && swap(area, after)}
      />
      <Button size="small" variant="quiet" onPress={() => form.choose({ archived: !area.archived })}>
        {area.archived ? words.unarchiveArea : words.archiveArea}
      </Button>
      <IconButton
        icon="trash"
        size="small"
        variant="quiet"
        label={words.deleteArea(area.name)}
        onPress={onDelete}
      />
    </li>
  )
}
