import { useMemo, useState } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { own } from '../../shared/plan/plan.ts'
import { go, useNavigation } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ClientPage } from './ClientPage.tsx'
import styles from './ClientsScreen.module.css'
import { NewClientDialog } from './NewClientDialog.tsx'

/** All clients, and the one that is chosen with its engagements and what is due. */
export function ClientsScreen() {
  const words = useWords().clients
  const [isAdding, setAdding] = useState(false)
  const clients = usePlan((plan) => plan.practice.clients)
  const chosenId = useNavigation((place) => (place.screen === 'clients' ? place.clientId : null))
  const sorted = useMemo(() => Object.values(clients).sort((a, b) => a.order - b.order), [clients])
  const chosen = chosenId === null ? sorted.find((client) => !client.archived) : own(clients, chosenId)
  return (
    <Screen
      title={words.title}
      body="full"
      actions={
        <Button variant="primary" onPress={() => setAdding(true)}>
          {words.newClient}
        </Button>
      }
    >
      {sorted.length === 0 ? (
        <EmptyState
          icon="clients"
          title={words.none}
          text={words.noneText}
          actions={<Button onPress={() => setAdding(true)}>{words.newClient}</Button>}
        />
      ) : (
        <div className={styles.columns}>
          <ClientList clients={sorted} chosenId={chosen?.id ?? null} />
          {chosen === undefined ? (
            <EmptyState title={words.choose} text={words.chooseText} />
          ) : (
            <ClientPage key={chosen.id} client={chosen} />
          )}
        </div>
      )}
      {isAdding ? <NewClientDialog onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}

function ClientList({
  clients,
  chosenId,
}: {
  readonly clients: readonly Client[]
  readonly chosenId: string | null
}) {
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

function ClientLinks({
  clients,
  chosenId,
}: {
  readonly clients: readonly Client[]
  readonly chosenId: string | null
}) {
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
