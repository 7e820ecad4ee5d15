import {
  type Agreement,
  type AgreementKind,
  Agreement as AgreementSchema,
  agreementKinds,
} from '../../shared/plan/agreement.ts'
import type { Client } from '../../shared/plan/client.ts'
import { newId } from '../state/clock.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { planNow } from '../state/plan.ts'
import { deleteRecord, saveRecord } from '../state/useRecord.ts'
import { refusalSentence, useWords } from '../state/words.ts'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { AgreementFile } from './AgreementFile.tsx'
import styles from './Dialogs.module.css'
import { FormDialog } from './FormDialog.tsx'

interface AgreementDialogProps {
  readonly client: Client
  /** Null makes a new one. */
  readonly agreement: Agreement | null
  readonly onClose: () => void
}

function newAgreement(clientId: string, title: string): Agreement {
  const orders = Object.values(planNow().practice.agreements).map(({ order }) => order)
  return {
    id: newId(),
    clientId,
    kind: 'master',
    title,
    parties: '',
    signed: null,
    start: null,
    end: null,
    renewalMonths: null,
    noticeDays: null,
    confidentialUntil: null,
    file: '',
    notes: '',
    order: Math.max(0, ...orders) + 1,
  }
}

/** Creates or edits an agreement of the register. The document itself stays where it is. */
export function AgreementDialog({ client, agreement, onClose }: AgreementDialogProps) {
  const all = useWords()
  const words = all.agreements
  const name = `agreement ${agreement?.id ?? `new ${client.id}`}`
  const kept = useKeptForm(name, () => agreement ?? newAgreement(client.id, words.kinds.master))
  const { form, set } = kept
  const result = AgreementSchema.safeParse(form)
  const error = (field: keyof Agreement) => {
    const issue = result.error?.issues.find(({ path }) => path[0] === field)
    return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  const save = async () => {
    if (!result.success) return
    if (await saveRecord({ kind: 'agreement', value: result.data })) finish()
  }
  const remove = async () => {
    if (await deleteRecord('agreement', form.id, form.title)) finish()
  }
  const finish = () => {
    kept.discard()
    onClose()
  }
  return (
    <FormDialog
      title={agreement === null ? words.add : agreement.title}
      isNew={agreement === null}
      isValid={result.success}
      kept={kept}
      onSave={() => void save()}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <AboutFields form={form} set={set} error={error} />
      <TermFields form={form} set={set} error={error} />
      <div className={styles.wide}>
        <AgreementFile saved={agreement} file={form.file} onChange={(file) => set({ file })} />
      </div>
      <div className={styles.wide}>
        <TextArea
          label={all.clients.notes}
          value={form.notes}
          rows={2}
          onChange={(notes) => set({ notes })}
          error={error('notes')}
        />
      </div>
    </FormDialog>
  )
}

interface FieldsProps {
  readonly form: Agreement
  readonly set: (change: Partial<Agreement>) => void
  readonly error: (field: keyof Agreement) => string | null
}

function AboutFields({ form, set, error }: FieldsProps) {
  const words = useWords().agreements
  const choose = (id: string) => {
    const kind: AgreementKind = agreementKinds.find((known) => known === id) ?? 'master'
    // A title that nobody typed follows the kind.
    set(form.title === words.kinds[form.kind] ? { kind, title: words.kinds[kind] } : { kind })
  }
  return (
    <>
      <Select
        label={words.kind}
        options={agreementKinds.map((id) => ({ id, label: words.kinds[id] }))}
        value={form.kind}
        onChange={choose}
      />
      <TextField
        label={words.name}
        value={form.title}
        autoFocus
        onChange={(title) => set({ title })}
        error={error('title')}
      />
      <TextField
        label={words.parties}
        description={words.partiesHelp}
        value={form.parties}
        onChange={(parties) => set({ parties })}
        error={error('parties')}
      />
      <DateField label={words.signed} day={form.signed} onChange={(signed) => set({ signed })} />
    </>
  )
}

function TermFields({ form, set, error }: FieldsProps) {
  const words = useWords().agreements
  return (
    <fieldset className={styles.group}>
      <legend>{words.term}</legend>
      <DateField label={words.from} day={form.start} onChange={(start) => set({ start })} />
      <DateField label={words.to} day={form.end} onChange={(end) => set({ end })} error={error('end')} />
      <NumberField
        label={words.renewal}
        description={words.renewalHelp}
        value={form.renewalMonths}
        minValue={1}
        maxValue={120}
        suffix={words.monthsUnit}
        onChange={(renewalMonths) => set({ renewalMonths })}
        error={error('renewalMonths')}
      />
      <NumberField
        label={words.notice}
        description={words.noticeHelp}
        value={form.noticeDays}
        minValue={0}
        maxValue={730}
        suffix={words.daysUnit}
        onChange={(noticeDays) => set({ noticeDays })}
        error={error('noticeDays')}
      />
      <DateField
        label={words.confidential}
        day={form.confidentialUntil}
        onChange={(confidentialUntil) => set({ confidentialUntil })}
      />
    </fieldset>
  )
}
