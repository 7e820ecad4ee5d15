import { useState } from 'react'
import type { Area } from '../../shared/plan/area.ts'
import { engagementUses } from '../../shared/plan/uses.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'

const NONE = 'none'

/** Asks where the time of an area goes that is deleted: to another one, or to none. */
export function AreaMergeDialog({ area, onClose }: { readonly area: Area; readonly onClose: () => void }) {
  const all = useWords()
  const words = all.settings
  const areas = usePlan((plan) => plan.practice.areas)
  const [uses] = useState(() => engagementUses(planNow(), 'area', area.id))
  const [into, setInto] = useState(NONE)
  const others = Object.values(areas)
    .filter(({ id, archived }) => id !== area.id && !archived)
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ id, label: name }))
  const merge = async () => {
    const reply = await execute({ type: 'area/merge', id: area.id, into: into === NONE ? null : into })
    if (!reply.ok) return
    onClose()
    toastWithUndo(all.clientPage.deleted(area.name))
  }
  return (
    <Dialog
      title={words.deleteArea(area.name)}
      isOpen
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{all.app.cancel}</Button>
          <Button variant="danger" onPress={() => void merge()}>
            {all.app.delete}
          </Button>
        </>
      }
    >
      <p>{words.areaUsed(uses)}</p>
      <Select
        label={words.areaInto}
        options={[{ id: NONE, label: words.areaNone }, ...others]}
        value={into}
        onChange={setInto}
      />
    </Dialog>
  )
}
