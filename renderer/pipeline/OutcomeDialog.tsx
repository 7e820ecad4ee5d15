import { useState } from 'react'
import { closedCommand } from '../../shared/pipeline/decide.ts'
import {
  type Engagement,
  type Outcome,
  Outcome as OutcomeSchema,
  outcomeKinds,
} from '../../shared/plan/engagement.ts'
import { own } from '../../shared/plan/plan.ts'
import dialog from '../clients/Dialogs.module.css'
import { useToday } from '../state/clock.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { usePlan } from '../state/plan.ts'
import { refusalSentence, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { carryOut } from './carryOut.ts'

interface OutcomeDialogProps {
  /** A closed engagement; null closes one that is to be chosen. */
  readonly engagement: Engagement | null
  readonly onClose: () => void
}

/** Closes an engagement with what came of it, or changes what was noted: one step. */
export function OutcomeDialog({ engagement, onClose }: OutcomeDialogProps) {
  const all = useWords()
  const words = all.pipeline
  const today = useToday()
  const engagements = usePlan((plan) => plan.practice.engagements)
  const [chosenId, setChosen] = useState<string | null>(engagement?.id ?? null)
  const kept = useKeptForm<Outcome>(
    `outcome ${engagement?.id ?? 'new'}`,
    () => engagement?.outcome ?? { kind: 'completed', on: engagement?.end ?? today, reason: '', result: '' },
  )
  const { form: outcome, set } = kept
  const chosen = engagement ?? (chosenId === null ? undefined : own(engagements, chosenId))
  const result = OutcomeSchema.safeParse(outcome)
  const error = (field: keyof Outcome) => {
    const issue = result.error?.issues.find(({ path }) => path[0] === field)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const save = async () => {
    if (chosen === undefined || !result.success) return
    if (!(await carryOut(closedCommand(chosen, result.data), words.outcomeOf(chosen.name)))) return
    kept.discard()
    onClose()
  }
  return (
    <Dialog
      title={engagement === null ? words.closeEngagement : words.outcomeOf(engagement.name)}
      isOpen
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              kept.discard()
              onClose()
            }}
          >
            {words.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={chosen === undefined || !result.success}
            onPress={() => void save()}
          >
            {engagement === null ? words.close : words.saveOutcome}
          </Button>
        </>
      }
    >
      <div className={dialog.fields}>
        {engagement === null ? <EngagementField value={chosenId} onChange={setChosen} /> : null}
        <Select
          label={words.kind}
          options={outcomeKinds
            .filter((kind) => kind !== 'lost' || outcome.kind === 'lost')
            .map((id) => ({ id, label: words.kinds[id] }))}
          value={outcome.kind}
          onChange={(id) => set({ kind: outcomeKinds.find((kind) => kind === id) ?? 'completed' })}
        />
        <DateField label={words.on} day={outcome.on} onChange={(on) => on !== null && set({ on })} />
        <div className={dialog.wide}>
          <TextField
            label={words.reason}
            value={outcome.reason}
            onChange={(reason) => set({ reason })}
            error={error('reason')}
          />
        </div>
        <div className={dialog.wide}>
          <TextArea
            label={words.result}
            description={words.resultHelp}
            value={outcome.result}
            rows={6}
            onChange={(text) => set({ result: text })}
            error={error('result')}
          />
        </div>
      </div>
    </Dialog>
  )
}

interface EngagementFieldProps {
  readonly value: string | null
  readonly onChange: (id: string) => void
}

/** The engagements that can be closed: all that run or rest. */
function EngagementField({ value, onChange }: EngagementFieldProps) {
  const words = useWords().pipeline
  const practice = usePlan((plan) => plan.practice)
  const options = Object.values(practice.engagements)
    .filter(({ status }) => status === 'active' || status === 'paused')
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id, clientId, name }) => {
      const client = own(practice.clients, clientId)
      return client === undefined ? [] : [{ id, label: `${client.name} · ${name}`, colour: client.colour }]
    })
  return (
    <div className={dialog.wide}>
      <Select label={words.engagement} options={options} value={value} onChange={onChange} />
    </div>
  )
}
