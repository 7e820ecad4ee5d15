import { useMemo, useState } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { own } from '../../shared/plan/plan.ts'
import { go, useNavigation } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { AgreementTable } from './AgreementTable.tsx'
import { ClientPage } from './ClientPage.tsx'
import styles from './ClientsScreen.module.css'
import { ClientTable } from './ClientTable.tsx'
import { DeliverableTable } from './DeliverableTable.tsx'
import { EngagementTable } from './EngagementTable.tsx'
import { type ClientsListName, listNames, showList, useShownList } from './listsStore.ts'
import { NewClientDialog } from './NewClientDialog.tsx'

/** The lists of clients, engagements, deliverables and agreements, or the page of one client. */
export function ClientsScreen() {
  const all = useWords()
  const words = all.clients
  const [isAdding, setAdding] = useState(false)
  const clients = usePlan((plan) => plan.practice.clients)
  const chosenId = useNavigation((place) => (place.screen === 'clients' ? place.clientId : null))
  const sorted = useMemo(() => Object.values(clients).sort((a, b) => a.order - b.order), [clients])
  const chosen = chosenId === null ? undefined : own(clients, chosenId)
  return (
    <Screen
      title={words.title}
      body="full"
      actions={
        <>
          {chosen === undefined ? <ListChoice /> : <BackButton />}
          <Button variant="primary" onPress={() => setAdding(true)}>
            {words.newClient}
          </Button>
        </>
      }
    >
      {sorted.length === 0 ? (
        <EmptyState
          icon="clients"
          title={words.none}
          text={words.noneText}
          actions={<Button onPress={() => setAdding(true)}>{words.newClient}</Button>}
        />
      ) : chosen === undefined ? (
        <ShownList />
      ) : (
        <div className={styles.columns}>
          <ClientList clients={sorted} chosenId={chosen.id} />
          <ClientPage key={chosen.id} client={chosen} />
        </div>
      )}
      {isAdding ? <NewClientDialog onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}

function BackButton() {
  const words = useWords().lists
  return (
    <Button icon="previous" onPress={() => go({ screen: 'clients', clientId: null })}>
      {words.back}
    </Button>
  )
}

function ListChoice() {
  const words = useWords().lists
  const shown = useShownList()
  return (
    <Segmented
      label={words.which}
      value={shown}
      options={listNames.map((id) => ({ id, name: words.names[id] }))}
      onChange={showList}
    />
  )
}

const tables: Readonly<Record<ClientsListName, () => React.JSX.Element>> = {
  clients: ClientTable,
  engagements: EngagementTable,
  deliverables: DeliverableTable,
  agreements: AgreementTable,
}

function ShownList() {
  const Table = tables[useShownList()]
  return <Table />
}

interface ClientListProps {
  readonly clients: readonly Client[]
  readonly chosenId: string | null
}

function ClientList({ clients, chosenId }: ClientListProps) {
  const words = useWords().clients
  const active = clients.filter((client) => !client.archived)
  const archived = clients.filter((client) => client.archived)
  return (
    <nav className={styles.list} aria-label={words.list}>
      <ClientLinks clients={active} chosenId={chosenId} />
      {archived.length === 0 ? null : <h2 className={styles.group}>{words.archived}</h2>}
      <ClientLinks clients={archived} chosenId={chosenId} />
    </nav>
  )
}

function ClientLinks({ clients, chosenId }: ClientListProps) {
  return (
    <ul>
      {clients.map((client) => (
        <li key={client.id}>
          <button
            type="button"
            className={styles.link}
            aria-current={client.id === chosenId ? 'page' : undefined}
            onClick={() => go({ screen: 'clients', clientId: client.id })}
          >
            <span className={styles.dot} data-colour={client.colour} />
            <span className={styles.name}>{client.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
