import { useMemo } from 'react'
import { unbilledBy } from '../../shared/billing/unbilled.ts'
import { timeByClient } from '../../shared/capacity/clientTime.ts'
import type { Client } from '../../shared/plan/client.ts'
import { addDays, firstOfMonth, lastOfMonth } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import type { ListColumn } from '../ui/ListTable.tsx'
import { ClientName } from './ClientName.tsx'
import { type ListFilter, RecordList } from './RecordList.tsx'

interface ClientRow {
  readonly id: string
  readonly client: Client
  /** Minutes planned this week, and worked this month. */
  readonly week: number
  readonly month: number
  /** What is not billed, minor units of its currency. */
  readonly unbilled: number
}

const nameOf = ({ client }: ClientRow) => client.name
const textOf = ({ client }: ClientRow) =>
  [
    client.name,
    client.code,
    client.email,
    client.address.town,
    ...client.contacts.map(({ name }) => name),
  ].join(' ')

function remove(id: string): void {
  const client = planNow().practice.clients[id]
  if (client !== undefined) void deleteRecord('client', id, client.name)
}

/** All clients with their hours and what is not billed. */
export function ClientTable() {
  const words = useWords()
  return (
    <RecordList
      name="clients"
      columns={useColumns()}
      rows={useRows()}
      filters={useFilters()}
      nameOf={nameOf}
      textOf={textOf}
      onOpen={(clientId) => go({ screen: 'clients', clientId })}
      onDelete={remove}
      none={words.clients.none}
    />
  )
}

function useRows(): readonly ClientRow[] {
  const plan = usePlan((whole) => whole)
  const today = useToday()
  return useMemo(() => {
    const first = weekStart(today, plan.practice.settings.firstWeekday)
    const week = timeByClient(plan, first, addDays(first, 6))
    const month = timeByClient(plan, firstOfMonth(today), lastOfMonth(today))
    const unbilled = unbilledBy(plan, today)
    return Object.values(plan.practice.clients).map((client) => ({
      id: client.id,
      client,
      week: week.get(client.id)?.planned ?? 0,
      month: month.get(client.id)?.worked ?? 0,
      unbilled: unbilled(client.id).amount,
    }))
  }, [plan, today])
}

function useColumns(): readonly ListColumn<ClientRow>[] {
  const words = useWords().lists
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        label: words.name,
        width: '2fr',
        minWidth: 160,
        key: ({ client }) => client.name,
        cell: ({ client }) => <ClientName client={client} />,
      },
      {
        id: 'code',
        label: words.code,
        width: 100,
        key: ({ client }) => client.code || null,
        cell: ({ client }) => client.code,
      },
      {
        id: 'week',
        label: words.week,
        width: 120,
        align: 'end',
        key: ({ week }) => week,
        cell: ({ week }) => (week === 0 ? '' : format.duration(week)),
      },
      {
        id: 'month',
        label: words.month,
        width: 170,
        align: 'end',
        key: ({ month }) => month,
        cell: ({ month }) => (month === 0 ? '' : format.duration(month)),
      },
      {
        id: 'unbilled',
        label: words.unbilled,
        width: 150,
        align: 'end',
        key: ({ unbilled }) => unbilled,
        cell: ({ unbilled, client }) => (unbilled === 0 ? '' : format.money(unbilled, client.currency)),
      },
    ],
    [words, format],
  )
}

function useFilters(): readonly ListFilter<ClientRow>[] {
  const words = useWords().lists
  return useMemo(
    () => [
      {
        id: 'status',
        label: words.status,
        options: [
          { id: 'active', label: words.statuses.active },
          { id: 'archived', label: words.statuses.archived },
        ],
        has: ({ client }, option) => client.archived === (option === 'archived'),
      },
    ],
    [words],
  )
}
