import { useMemo } from 'react'
import { type ClientTime, timeOfClient } from '../../shared/capacity/clientTime.ts'
import { Client, type Client as ClientRecord } from '../../shared/plan/client.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { newExpense } from '../expenses/expenseForm.ts'
import { openExport } from '../exports/exportForm.ts'
import { openReport } from '../exports/reportForm.ts'
import { RetainerSection } from '../retainer/RetainerSection.tsx'
import { RoadmapSection } from '../roadmap/RoadmapSection.tsx'
import { go } from '../state/navigation.ts'
import { execute, usePlan } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { deleteRecord, useRecord } from '../state/useRecord.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { AgreementList } from './AgreementList.tsx'
import { AreaSplit } from './AreaSplit.tsx'
import { AboutFields, AddressFields, BillingFields } from './ClientFields.tsx'
import figures from './ClientFigures.module.css'
import { ClientFigures } from './ClientFigures.tsx'
import styles from './ClientPage.module.css'
import { ContactList } from './ContactList.tsx'
import { EngagementList } from './EngagementList.tsx'
import { NextSessions } from './NextSessions.tsx'
import { OpenInvoices } from './OpenInvoices.tsx'
import { ReminderLeads } from './ReminderLeads.tsx'

/** One client: engagements and what is due, then who it is and how it is billed. */
export function ClientPage({ client }: { readonly client: ClientRecord }) {
  const words = useWords()
  const form = useRecord('client', client, Client)
  const time = useClientTime(client.id)
  return (
    <div className={styles.page}>
      <ClientHead client={client} />
      <ClientFigures client={client} time={time} />
      <div className={figures.pair}>
        <NextSessions client={client} />
        <OpenInvoices client={client} />
      </div>
      <EngagementList client={client} />
      <RoadmapSection client={client} />
      <RetainerSection client={client} />
      <AgreementList client={client} />
      <AreaSplit time={time} />
      <section aria-labelledby="client-details" className={styles.section}>
        <h3 id="client-details">{words.clients.details}</h3>
        <AboutFields form={form} />
      </section>
      <ContactList form={form} />
      <section aria-labelledby="client-address" className={styles.section}>
        <h3 id="client-address">{words.clientPage.address}</h3>
        <AddressFields form={form} />
      </section>
      <section aria-labelledby="client-billing" className={styles.section}>
        <h3 id="client-billing">{words.clients.billing}</h3>
        <BillingFields form={form} />
      </section>
      <section aria-labelledby="client-reminders" className={styles.section}>
        <h3 id="client-reminders">{words.reminders.client}</h3>
        <ReminderLeads form={form} />
      </section>
    </div>
  )
}

/** The client's sessions and entries; the same as long as none of the plan's change. */
function useClientTime(clientId: Id): ClientTime {
  const engagements = usePlan((plan) => plan.practice.engagements)
  const series = usePlan((plan) => plan.practice.series)
  const years = usePlan((plan) => plan.years)
  return useMemo(
    () => timeOfClient({ engagements, series, years }, clientId),
    [engagements, series, years, clientId],
  )
}

function ClientHead({ client }: { readonly client: ClientRecord }) {
  const all = useWords()
  const words = all.clients
  const archive = async () => {
    const archived = !client.archived
    const value = { ...client, archived }
    const reply = await execute({ type: 'practice/put', records: [{ kind: 'client', value }] })
    const text = archived ? all.clientPage.archived : all.clientPage.unarchived
    if (reply.ok) toastWithUndo(text(client.name))
  }
  const remove = async () => {
    if (await deleteRecord('client', client.id, client.name)) go({ screen: 'clients', clientId: null })
  }
  return (
    <header className={styles.head} data-colour={client.colour}>
      <span className={styles.mark} />
      <h2>{client.name}</h2>
      <div className={styles.headActions}>
        <Button size="small" onPress={() => newExpense({ clientId: client.id, billable: true })}>
          {all.expenses.new}
        </Button>
        <Button size="small" onPress={() => openExport({ kind: 'sheet', clientId: client.id })}>
          {all.exports.button}
        </Button>
        <Button size="small" onPress={() => openReport(client.id)}>
          {all.exports.report.button}
        </Button>
        <Button size="small" onPress={() => void archive()}>
          {client.archived ? words.unarchive : words.archive}
        </Button>
        <Button size="small" variant="quiet" onPress={() => void remove()}>
          {words.remove}
        </Button>
      </div>
    </header>
  )
}
