import { type Deliverable, Deliverable as DeliverableSchema } from '../../shared/plan/deliverable.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import { newId } from '../state/clock.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { usePlan } from '../state/plan.ts'
import { deleteRecord, saveRecord } from '../state/useRecord.ts'
import { refusalSentence, useWords } from '../state/words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Dialogs.module.css'
import { FormDialog } from './FormDialog.tsx'

interface DeliverableDialogProps {
  readonly engagement: Engagement
  /** Null makes a new one. */
  readonly deliverable: Deliverable | null
  readonly onClose: () => void
}

function newDeliverable(engagementId: string): Deliverable {
  return {
    id: newId(),
    engagementId,
    title: '',
    release: null,
    due: null,
    estimateMinutes: 480,
    remainingMinutes: 480,
    done: false,
    areaId: null,
    notes: '',
    order: 1,
  }
}

/** Creates or edits a deliverable: what is due when, and how much work is left. */
export function DeliverableDialog({ engagement, deliverable, onClose }: DeliverableDialogProps) {
  const all = useWords()
  const words = all.clients
  const areas = usePlan((plan) => plan.practice.areas)
  const name = `deliverable ${deliverable?.id ?? `new ${engagement.id}`}`
  const kept = useKeptForm(name, () => deliverable ?? newDeliverable(engagement.id))
  const { form, set } = kept
  const result = DeliverableSchema.safeParse(form)
  const error = (field: string) => {
    const issue = result.error?.issues.find(({ path }) => path[0] === field)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const save = async () => {
    if (!result.success) return
    if (await saveRecord({ kind: 'deliverable', value: result.data })) finish()
  }
  const remove = async () => {
    if (await deleteRecord('deliverable', form.id, form.title)) finish()
  }
  const finish = () => {
    kept.discard()
    onClose()
  }
  const areaOptions = Object.values(areas)
    .filter((area) => !area.archived || area.id === form.areaId)
    .toSorted((a, b) => a.order - b.order)
    .map((area) => ({ id: area.id, label: area.name }))
  return (
    <FormDialog
      title={deliverable === null ? words.newDeliverable : deliverable.title}
      size="small"
      isNew={deliverable === null}
      isValid={result.success}
      kept={kept}
      onSave={() => void save()}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <div className={styles.wide}>
        <TextField
          label={words.deliverableTitle}
          value={form.title}
          autoFocus
          onChange={(title) => set({ title })}
          error={form.title === '' && deliverable === null ? null : error('title')}
        />
      </div>
      <DateField label={words.release} day={form.release} onChange={(release) => set({ release })} />
      <DateField label={words.due} day={form.due} onChange={(due) => set({ due })} error={error('due')} />
      <DurationField
        label={words.estimate}
        minutes={form.estimateMinutes}
        step={60}
        onChange={(minutes) =>
          minutes !== null &&
          set({
            estimateMinutes: minutes,
            remainingMinutes:
              form.remainingMinutes === form.estimateMinutes ? minutes : form.remainingMinutes,
          })
        }
        error={error('estimateMinutes')}
      />
      <DurationField
        label={words.remaining}
        description={words.remainingHelp}
        minutes={form.remainingMinutes}
        step={60}
        onChange={(minutes) => minutes !== null && set({ remainingMinutes: minutes })}
        error={error('remainingMinutes')}
      />
      <div className={styles.wide}>
        <Select
          label={words.area}
          options={[{ id: '', label: words.noArea }, ...areaOptions]}
          value={form.areaId ?? ''}
          onChange={(id) => set({ areaId: id === '' ? null : id })}
        />
      </div>
      <Checkbox label={words.done} isSelected={form.done} onChange={(done) => set({ done })} />
    </FormDialog>
  )
}
