import { Client, newClient } from '../../shared/plan/client.ts'
import { nextColour } from '../../shared/plan/colourChoice.ts'
import { newId } from '../state/clock.ts'
import { type KeptForm, useKeptForm } from '../state/keptForm.ts'
import { go } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { errorsOf, type RecordForm, saveRecord } from '../state/useRecord.ts'
import { languageNow, useWords } from '../state/words.ts'
import { AboutFields, AddressFields, BillingFields } from './ClientFields.tsx'
import styles from './Dialogs.module.css'
import { FormDialog } from './FormDialog.tsx'

/** A client as the practice proposes it: the next free colour, and the business's currency, zone and language. */
function proposedClient(): Client {
  const { clients, business, settings } = planNow().practice
  const all = Object.values(clients)
  return newClient({
    id: newId(),
    name: '',
    colour: nextColour(all),
    currency: business.currency,
    paymentDays: business.paymentDays,
    zone: settings.homeZone,
    language: languageNow(),
    order: Math.max(0, ...all.map(({ order }) => order)) + 1,
  })
}

/** Creates a client, and opens it. */
export function NewClientDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const kept = useKeptForm('client new', proposedClient)
  const result = Client.safeParse(kept.form)
  const form = recordForm(kept, errorsOf(words, Client, kept.form, kept.form))
  const save = async () => {
    if (!result.success || !(await saveRecord({ kind: 'client', value: result.data }))) return
    kept.discard()
    onClose()
    go({ screen: 'clients', clientId: kept.form.id })
  }
  return (
    <FormDialog
      title={words.clients.newClient}
      size="wide"
      isNew
      isValid={result.success}
      kept={kept}
      onSave={() => void save()}
      onDelete={onClose}
      onClose={onClose}
    >
      <div className={styles.wide}>
        <AboutFields form={form} />
      </div>
      <div className={styles.wide}>
        <h3 className={styles.part}>{words.clientPage.address}</h3>
        <AddressFields form={form} />
      </div>
      <div className={styles.wide}>
        <h3 className={styles.part}>{words.clients.billing}</h3>
        <BillingFields form={form} />
      </div>
    </FormDialog>
  )
}

/** A kept form as the client's fields want it: nothing is saved before the dialog is. */
function recordForm({ form, set }: KeptForm<Client>, error: RecordForm<Client>['error']): RecordForm<Client> {
  return {
    value: form,
    type: set,
    choose: set,
    leave: () => {},
    error: (field) => (field === 'name' && form.name === '' ? null : error(field)),
  }
}
