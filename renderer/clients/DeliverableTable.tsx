import { useMemo } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import type { ListColumn } from '../ui/ListTable.tsx'
import { CellText, clientColumn, nameColumn, useClientFilter } from './ClientName.tsx'
import { DeliverableDialog } from './DeliverableDialog.tsx'
import styles from './RecordList.module.css'
import { type ListFilter, OpeningList } from './RecordList.tsx'

interface DeliverableRow {
  readonly id: string
  readonly deliverable: Deliverable
  readonly engagement: Engagement | undefined
  readonly client: Client | undefined
}

const nameOf = ({ deliverable }: DeliverableRow) => deliverable.title
const textOf = ({ deliverable, engagement, client }: DeliverableRow) =>
  `${deliverable.title} ${engagement?.name ?? ''} ${client?.name ?? ''}`
const clientOf = ({ client }: DeliverableRow) => client

function remove(id: string): void {
  const deliverable = planNow().practice.deliverables[id]
  if (deliverable !== undefined) void deleteRecord('deliverable', id, deliverable.title)
}

/** All deliverables: for whom, due when, how much is left. */
export function DeliverableTable() {
  const words = useWords().lists
  return (
    <OpeningList
      name="deliverables"
      columns={useColumns()}
      rows={useRows()}
      filters={useFilters()}
      nameOf={nameOf}
      textOf={textOf}
      onDelete={remove}
      none={words.noDeliverable}
      dialog={({ engagement, deliverable }, close) =>
        engagement === undefined ? null : (
          <DeliverableDialog engagement={engagement} deliverable={deliverable} onClose={close} />
        )
      }
    />
  )
}

function useRows(): readonly DeliverableRow[] {
  const { clients, engagements, deliverables } = usePlan((plan) => plan.practice)
  return useMemo(
    () =>
      Object.values(deliverables).map((deliverable) => {
        const engagement = engagements[deliverable.engagementId]
        const client = engagement === undefined ? undefined : clients[engagement.clientId]
        return { id: deliverable.id, deliverable, engagement, client }
      }),
    [clients, engagements, deliverables],
  )
}

function isOverdue({ done, due }: Deliverable, today: Day): boolean {
  return !done && due !== null && due < today
}

function useColumns(): readonly ListColumn<DeliverableRow>[] {
  const all = useWords()
  const format = useFormat()
  const today = useToday()
  return useMemo(() => {
    const words = all.lists
    return [
      nameColumn('title', words.title, nameOf),
      clientColumn(words.client, clientOf),
      {
        id: 'engagement',
        label: words.engagement,
        width: '1fr',
        minWidth: 120,
        key: ({ engagement }) => engagement?.name ?? null,
        cell: ({ engagement }) => <CellText quiet text={engagement?.name ?? ''} />,
      },
      {
        id: 'due',
        label: words.due,
        width: 130,
        key: ({ deliverable }) => deliverable.due,
        cell: ({ deliverable }) => (
          <span className={isOverdue(deliverable, today) ? styles.late : undefined}>
            {deliverable.due === null ? '' : format.dayMedium(deliverable.due)}
          </span>
        ),
      },
      {
        id: 'remaining',
        label: words.remaining,
        width: 130,
        align: 'end',
        key: ({ deliverable }) => (deliverable.done ? 0 : deliverable.remainingMinutes),
        cell: ({ deliverable }) =>
          deliverable.done ? all.clients.done : format.duration(deliverable.remainingMinutes),
      },
      {
        id: 'status',
        label: words.status,
        width: 110,
        key: ({ deliverable }) => statusOf(deliverable, today),
        cell: ({ deliverable }) => words.dues[statusOf(deliverable, today)],
      },
    ]
  }, [all, format, today])
}

function statusOf(deliverable: Deliverable, today: Day): 'done' | 'overdue' | 'open' {
  if (deliverable.done) return 'done'
  return isOverdue(deliverable, today) ? 'overdue' : 'open'
}

/** Days ahead within which something is due soon. */
const SOON = 30

function useFilters(): readonly ListFilter<DeliverableRow>[] {
  const words = useWords().lists
  const client = useClientFilter(clientOf)
  const today = useToday()
  return useMemo(() => {
    const has = ({ deliverable }: DeliverableRow, option: string) => {
      const { done, due } = deliverable
      if (option === 'done') return done
      if (option === 'overdue') return isOverdue(deliverable, today)
      return !done && (option === 'open' || (due !== null && due <= addDays(today, SOON)))
    }
    const options = (['open', 'overdue', 'month', 'done'] as const).map((id) => ({
      id,
      label: words.dues[id],
    }))
    return [client, { id: 'status', label: words.due, options, has }]
  }, [words, client, today])
}
