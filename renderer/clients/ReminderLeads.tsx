import type { Client } from '../../shared/plan/client.ts'
import { LeadSelect, leadKinds } from '../reminders/LeadSelect.tsx'
import { usePlan } from '../state/plan.ts'
import type { RecordForm } from '../state/useRecord.ts'
import { useWords } from '../state/words.ts'
import styles from './ClientFields.module.css'

/** How long before the client's sessions to remind, by their kind. */
export function ReminderLeads({ form }: { readonly form: RecordForm<Client> }) {
  const words = useWords().reminders
  const usual = usePlan((plan) => plan.practice.settings.reminders.lead)
  const { leads } = form.value
  return (
    <div className={styles.fields}>
      {leadKinds.map((kind) => (
        <LeadSelect
          key={kind}
          label={words.lead[kind]}
          lead={leads[kind]}
          usual={usual[kind]}
          onChange={(lead) => form.choose({ leads: { ...leads, [kind]: lead } })}
        />
      ))}
    </div>
  )
}
