import { useState } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import {
  type Engagement,
  Engagement as EngagementSchema,
  engagementStatuses,
} from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import styles from '../clients/Dialogs.module.css'
import { FormDialog } from '../clients/FormDialog.tsx'
import { newId, useToday } from '../state/clock.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { planNow } from '../state/plan.ts'
import { deleteRecord, saveRecord } from '../state/useRecord.ts'
import { refusalSentence, useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type EngagementForm, engagementForm, engagementOf } from './engagementForm.ts'
import { HistoryFields } from './HistoryFields.tsx'
import { versionOn } from './history.ts'
import { BudgetFields, CommitmentFields, RoundingFields } from './PromiseFields.tsx'
import { TermsFields } from './TermsFields.tsx'
import { commitmentText, termsText } from './termsText.ts'

const SayYesDialog = onDemand(async () => (await import('../sayYes/SayYesDialog.tsx')).SayYesDialog)

interface EngagementDialogProps {
  readonly client: Client
  /** Null makes a new one. */
  readonly engagement: Engagement | null
  readonly onClose: () => void
}

/** Creates or edits an engagement. Nothing is saved before Save; what is wrong is said at its field as one types. */
export function EngagementDialog({ client, engagement, onClose }: EngagementDialogProps) {
  const all = useWords()
  const words = all.clients
  const today = useToday()
  const name = `engagement ${engagement?.id ?? `new ${client.id}`}`
  const kept = useKeptForm<EngagementForm>(name, () => engagementForm(engagement, today, ''))
  const { form, set } = kept
  const [fresh] = useState(() => ({ id: engagement?.id ?? newId(), client, order: nextOrder() }))
  const result = EngagementSchema.safeParse(engagementOf(form, engagement, fresh))
  const issues = result.error?.issues ?? []
  const error = (field: string) => {
    const issue = issues.find(({ path }) => path[0] === field)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const save = async () => {
    if (!result.success) return
    if (await saveRecord({ kind: 'engagement', value: result.data })) finish()
  }
  const remove = async () => {
    if (engagement === null) return
    if (await deleteRecord('engagement', engagement.id, engagement.name)) finish()
  }
  const finish = () => {
    kept.discard()
    onClose()
  }
  return (
    <FormDialog
      title={engagement === null ? words.newEngagement : engagement.name}
      isNew={engagement === null}
      isValid={result.success}
      kept={kept}
      onSave={() => void save()}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <div className={styles.wide}>
        <TextField
          label={words.engagementName}
          value={form.name}
          autoFocus
          onChange={(name) => set({ name })}
          error={form.name === '' && engagement === null ? null : error('name')}
        />
      </div>
      <StatusFields form={form} set={set} endError={error('end')} />
      {form.status === 'prospect' ? (
        <AskButton form={form} clientId={client.id} engagementId={engagement?.id ?? null} />
      ) : null}
      <Histories {...{ form, set, client, isNew: engagement === null, engagementId: fresh.id, issues }} />
      <BudgetFields
        terms={versionOn(form.terms, today)?.value.kind ?? 'hourly'}
        budget={form.budget}
        currency={client.currency}
        error={error('budget')}
        onChange={(budget) => set({ budget })}
      />
      <RoundingFields rounding={form.rounding} onChange={(rounding) => set({ rounding })} />
    </FormDialog>
  )
}

interface HistoriesProps {
  readonly form: EngagementForm
  readonly set: (change: Partial<EngagementForm>) => void
  readonly client: Client
  readonly isNew: boolean
  readonly engagementId: Id
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

/** How it is paid and what it promises, each with its history. */
function Histories({ form, set, client, isNew, engagementId, issues }: HistoriesProps) {
  const all = useWords()
  const format = useFormat()
  const { currency } = client
  const fault = (field: 'terms' | 'commitments') => (index: number) => {
    const issue = issues.find(({ path }) => path[0] === field && path[1] === index)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  return (
    <>
      <HistoryFields
        title={all.clients.terms}
        history={form.terms}
        isNew={isNew}
        onChange={(terms) => set({ terms })}
        describe={(terms) => termsText(terms, currency, all, format)}
        fault={fault('terms')}
      >
        {(terms, onChange) => (
          <TermsFields {...{ terms, currency, engagementId, start: form.start, onChange }} />
        )}
      </HistoryFields>
      <HistoryFields
        title={all.clients.commitment}
        history={form.commitments}
        isNew={isNew}
        onChange={(commitments) => set({ commitments })}
        describe={(commitment) => commitmentText(commitment, all, format)}
        fault={fault('commitments')}
      >
        {(commitment, onChange) => <CommitmentFields commitment={commitment} onChange={onChange} />}
      </HistoryFields>
    </>
  )
}

interface AskProps {
  readonly form: EngagementForm
  readonly clientId: string
  readonly engagementId: string | null
}

/** Whether there is room for the prospect as the form has it now. */
function AskButton({ form, clientId, engagementId }: AskProps) {
  const words = useWords().app.actions
  const [isAsking, setAsking] = useState(false)
  const { start, end } = form
  const today = useToday()
  const first = start !== null && start > today ? start : today
  const commitment = versionOn(form.commitments, first)?.value ?? null
  return (
    <div className={styles.wide}>
      <Button onPress={() => setAsking(true)}>{words.sayYes}</Button>
      {isAsking ? (
        <SayYesDialog
          about={{ engagementId, clientId, start, end, commitment }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}

function nextOrder(): number {
  return Math.max(0, ...Object.values(planNow().practice.engagements).map((other) => other.order)) + 1
}

interface StatusProps {
  readonly form: EngagementForm
  readonly set: (change: Partial<EngagementForm>) => void
  readonly endError: string | null
}

function StatusFields({ form, set, endError }: StatusProps) {
  const words = useWords().clients
  const choose = (id: string) => {
    const status = engagementStatuses.find((known) => known === id) ?? 'active'
    set({ status, probability: status === 'prospect' ? Math.min(form.probability, 90) : 100 })
  }
  return (
    <>
      <Select
        label={words.status}
        options={engagementStatuses.map((id) => ({ id, label: words.statuses[id] }))}
        value={form.status}
        onChange={choose}
      />
      {form.status === 'prospect' ? (
        <NumberField
          label={words.probability}
          value={form.probability}
          minValue={0}
          maxValue={100}
          step={10}
          suffix="%"
          onChange={(probability) => probability !== null && set({ probability })}
        />
      ) : (
        <span />
      )}
      <DateField label={words.start} day={form.start} onChange={(start) => set({ start })} />
      <DateField label={words.end} day={form.end} onChange={(end) => set({ end })} error={endError} />
    </>
  )
}
