import { useState } from 'react'
import type { PracticeRecord } from '../../shared/commands/practiceCommands.ts'
import { promisedValue } from '../../shared/pipeline/promisedValue.ts'
import { Client as ClientSchema } from '../../shared/plan/client.ts'
import { type Engagement, Engagement as EngagementSchema, originKinds } from '../../shared/plan/engagement.ts'
import { own } from '../../shared/plan/plan.ts'
import { patternWeek } from '../../shared/rates/patternWeek.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import dialog from '../clients/Dialogs.module.css'
import { FormDialog } from '../clients/FormDialog.tsx'
import { CommitmentFields } from '../engagements/PromiseFields.tsx'
import { TermsFields } from '../engagements/TermsFields.tsx'
import { newId, useToday } from '../state/clock.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { languageNow, refusalSentence, useFormat, useWords } from '../state/words.ts'
import { DateField } from '../ui/DateField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { carryOut } from './carryOut.ts'
import { clientOfForm, formDay, type ProspectForm, prospectForm, prospectOf } from './prospectForm.ts'

interface ProspectDialogProps {
  /** Null makes a new one. */
  readonly engagement: Engagement | null
  readonly onClose: () => void
}

interface FieldsProps {
  readonly form: ProspectForm
  readonly set: (change: Partial<ProspectForm>) => void
  readonly error: (field: string) => string | null
}

/** Creates or edits a prospect, with its client where that is new: one step. What is wrong is said at its field. */
export function ProspectDialog({ engagement, onClose }: ProspectDialogProps) {
  const all = useWords()
  const words = all.pipeline
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const kept = useKeptForm(`prospect ${engagement?.id ?? 'new'}`, () => prospectForm(engagement, today))
  const { form, set } = kept
  const [fresh] = useState(() => ({
    id: engagement?.id ?? newId(),
    clientId: newId(),
    language: languageNow(),
  }))
  const result = EngagementSchema.safeParse(prospectOf(form, engagement, plan, today, fresh))
  const client = clientOfForm(form, plan, fresh)
  const isValid = result.success && (client === null || ClientSchema.safeParse(client).success)
  const error = (field: string) => {
    const issue = result.error?.issues.find(({ path }) => path[0] === field)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const save = async () => {
    if (!isValid) return
    const made = clientOfForm(form, planNow(), fresh)
    const records: PracticeRecord[] = [
      ...(made === null ? [] : [{ kind: 'client' as const, value: ClientSchema.parse(made) }]),
      { kind: 'engagement', value: result.data },
    ]
    if ((await execute({ type: 'practice/put', records })).ok) finish()
  }
  const remove = async () => {
    const command = { type: 'practice/delete', kind: 'engagement', id: fresh.id } as const
    if (await carryOut(command, words.deleted(form.name))) finish()
  }
  const finish = () => {
    kept.discard()
    onClose()
  }
  return (
    <FormDialog
      title={engagement === null ? words.newProspect : engagement.name}
      isNew={engagement === null}
      isValid={isValid}
      kept={kept}
      onSave={() => void save()}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <AboutFields {...{ form, set, error }} isNew={engagement === null} />
      <PaidFields {...{ form, set, error }} engagementId={fresh.id} />
      <OriginFields {...{ form, set, error }} />
    </FormDialog>
  )
}

const NEW = 'new'

function AboutFields({ form, set, error, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const words = useWords().pipeline
  const clients = usePlan((plan) => plan.practice.clients)
  const options = clientOptions(clients, ({ archived, id }) => !archived || id === form.clientId)
  return (
    <>
      <Select
        label={words.client}
        options={[...(isNew ? [{ id: NEW, label: words.newClient }] : []), ...options]}
        value={form.clientId ?? NEW}
        onChange={(id) => set({ clientId: id === NEW ? null : id })}
      />
      {form.clientId === null ? (
        <TextField
          label={words.clientName}
          value={form.clientName}
          maxLength={500}
          autoFocus
          onChange={(clientName) => set({ clientName })}
        />
      ) : (
        <span />
      )}
      <TextField
        label={words.name}
        value={form.name}
        autoFocus={form.clientId !== null}
        onChange={(name) => set({ name })}
        error={form.name === '' ? null : error('name')}
      />
      <NumberField
        label={words.chance}
        value={form.probability}
        minValue={0}
        maxValue={100}
        step={10}
        suffix="%"
        onChange={(probability) => probability !== null && set({ probability })}
      />
      <DateField label={words.start} day={form.start} onChange={(start) => set({ start })} />
      <DateField
        label={words.end}
        description={words.endHelp}
        day={form.end}
        onChange={(end) => set({ end })}
        error={error('end')}
      />
    </>
  )
}

function PaidFields({ form, set, error, engagementId }: FieldsProps & { readonly engagementId: string }) {
  const all = useWords()
  const words = all.pipeline
  const format = useFormat()
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const { clients, business } = plan.practice
  const currency =
    (form.clientId === null ? undefined : own(clients, form.clientId)?.currency) ?? business.currency
  const fresh = { id: engagementId, clientId: '', language: languageNow() }
  const from = formDay(form, today)
  const computed = promisedValue(prospectOf(form, null, plan, today, fresh), from, {
    usualDay: patternWeek(plan, today).minutesADay,
    currency,
  })
  return (
    <>
      <fieldset className={dialog.group}>
        <legend>{all.clients.commitment}</legend>
        <CommitmentFields commitment={form.commitment} onChange={(commitment) => set({ commitment })} />
      </fieldset>
      <fieldset className={dialog.group}>
        <legend>{all.clients.terms}</legend>
        <TermsFields
          {...{ currency, engagementId }}
          terms={form.terms}
          start={form.start}
          onChange={(terms) => set({ terms })}
        />
      </fieldset>
      <div className={dialog.wide}>
        <MoneyField
          label={words.value}
          description={
            computed === null || computed === 0
              ? words.valueUnknown
              : words.valueHelp(format.money(computed, currency, 'whole'))
          }
          minor={form.value}
          currency={currency}
          allowEmpty
          onChange={(value) => set({ value })}
          error={error('value')}
        />
      </div>
    </>
  )
}

function OriginFields({ form, set, error }: FieldsProps) {
  const words = useWords().pipeline
  return (
    <fieldset className={dialog.group}>
      <legend>{words.origin}</legend>
      <Select
        label={words.origin}
        labelHidden
        options={[
          { id: 'none', label: words.noOrigin },
          ...originKinds.map((id) => ({ id, label: words.origins[id] })),
        ]}
        value={form.origin}
        onChange={(id) => set({ origin: originKinds.find((known) => known === id) ?? 'none' })}
      />
      {form.origin === 'none' ? (
        <span />
      ) : (
        <TextField
          label={words.originFromLabel}
          value={form.originFrom}
          maxLength={500}
          onChange={(originFrom) => set({ originFrom })}
          error={error('origin')}
        />
      )}
      <DateField
        label={words.nextContact}
        description={words.nextContactHelp}
        day={form.nextContact}
        onChange={(nextContact) => set({ nextContact })}
      />
      <div className={dialog.wide}>
        <TextArea
          label={words.notes}
          value={form.notes}
          rows={2}
          onChange={(notes) => set({ notes })}
          error={error('notes')}
        />
      </div>
    </fieldset>
  )
}
