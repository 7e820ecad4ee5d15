import type { Client, Contact } from '../../shared/plan/client.ts'
import { newId } from '../state/clock.ts'
import type { RecordForm } from '../state/useRecord.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ClientFields.module.css'
import page from './ClientPage.module.css'
import { emailFault } from './clientFaults.ts'

type Form = RecordForm<Client>

/** The people at a client, in an order of the user's own. */
export function ContactList({ form }: { readonly form: Form }) {
  const words = useWords().clientPage
  const { contacts } = form.value
  const add = () => form.choose({ contacts: [...contacts, newContact()] })
  return (
    <section aria-labelledby="client-contacts" className={page.section}>
      <div className={page.sectionHead}>
        <h3 id="client-contacts">{words.contacts}</h3>
        <Button size="small" isDisabled={contacts.length >= MOST} onPress={add}>
          {words.addContact}
        </Button>
      </div>
      {contacts.length === 0 ? <p className={page.quiet}>{words.noContacts}</p> : null}
      <ul className={styles.contacts}>
        {contacts.map((contact, at) => (
          <ContactRow key={contact.id} form={form} contact={contact} at={at} />
        ))}
      </ul>
    </section>
  )
}

const MOST = 50

function newContact(): Contact {
  return { id: newId(), name: '', role: '', email: '', phone: '', nextContact: null, touchDays: null }
}

interface RowProps {
  readonly form: Form
  readonly contact: Contact
  readonly at: number
}

function ContactRow({ form, contact, at }: RowProps) {
  const all = useWords()
  const words = all.clientPage
  const { contacts } = form.value
  const name = contact.name === '' ? words.unnamed : contact.name
  const field = (field: 'name' | 'role' | 'email' | 'phone', label: string) => (
    <TextField
      label={label}
      value={contact[field]}
      maxLength={500}
      {...(field === 'email'
        ? { type: 'email' as const }
        : field === 'phone'
          ? { type: 'tel' as const }
          : {})}
      autoFocus={field === 'name' && isEmpty(contact)}
      onChange={(text) => form.type({ contacts: contacts.with(at, { ...contact, [field]: text }) })}
      onBlur={form.leave}
      onEnter={form.leave}
      error={field === 'email' ? emailFault(all, contact.email) : null}
    />
  )
  return (
    <li className={styles.contact} aria-label={name}>
      {field('name', words.contactName)}
      {field('role', words.role)}
      {field('email', words.contactEmail)}
      {field('phone', words.phone)}
      <span className={styles.contactActions}>
        <IconButton
          icon="up"
          size="small"
          variant="quiet"
          label={words.moveUp(name)}
          isDisabled={at === 0}
          onPress={() => form.choose({ contacts: moved(contacts, at, at - 1) })}
        />
        <IconButton
          icon="down"
          size="small"
          variant="quiet"
          label={words.moveDown(name)}
          isDisabled={at === contacts.length - 1}
          onPress={() => form.choose({ contacts: moved(contacts, at, at + 1) })}
        />
        <IconButton
          icon="trash"
          size="small"
          variant="quiet"
          label={words.removeContact(name)}
          onPress={() => form.choose({ contacts: contacts.toSpliced(at, 1) })}
        />
      </span>
    </li>
  )
}

function isEmpty({ name, role, email, phone }: Contact): boolean {
  return name + role + email + phone === ''
}

function moved(contacts: readonly Contact[], from: number, to: number): readonly Contact[] {
  const contact = contacts[from]
  return contact === undefined ? contacts : contacts.toSpliced(from, 1).toSpliced(to, 0, contact)
}
