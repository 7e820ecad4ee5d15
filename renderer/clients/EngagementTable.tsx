import { useMemo } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { commitmentOn, type Engagement, engagementStatuses, termsOn } from '../../shared/plan/engagement.ts'
import { EngagementDialog } from '../engagements/EngagementDialog.tsx'
import { commitmentText, termsText } from '../engagements/termsText.ts'
import { useToday } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import type { ListColumn } from '../ui/ListTable.tsx'
import { CellText, clientColumn, nameColumn, useClientFilter } from './ClientName.tsx'
import { type ListFilter, OpeningList } from './RecordList.tsx'

interface EngagementRow {
  readonly id: string
  readonly engagement: Engagement
  readonly client: Client | undefined
}

const nameOf = ({ engagement }: EngagementRow) => engagement.name
const textOf = ({ engagement, client }: EngagementRow) => `${engagement.name} ${client?.name ?? ''}`
const clientOf = ({ client }: EngagementRow) => client

function remove(id: string): void {
  const engagement = planNow().practice.engagements[id]
  if (engagement !== undefined) void deleteRecord('engagement', id, engagement.name)
}

/** All engagements: whose, how paid, what is promised, until when. */
export function EngagementTable() {
  const words = useWords().lists
  return (
    <OpeningList
      name="engagements"
      columns={useColumns()}
      rows={useRows()}
      filters={useFilters()}
      nameOf={nameOf}
      textOf={textOf}
      onDelete={remove}
      none={words.noEngagement}
      dialog={({ client, engagement }, close) =>
        client === undefined ? null : (
          <EngagementDialog client={client} engagement={engagement} onClose={close} />
        )
      }
    />
  )
}

function useRows(): readonly EngagementRow[] {
  const clients = usePlan((plan) => plan.practice.clients)
  const engagements = usePlan((plan) => plan.practice.engagements)
  return useMemo(
    () =>
      Object.values(engagements).map((engagement) => ({
        id: engagement.id,
        engagement,
        client: clients[engagement.clientId],
      })),
    [clients, engagements],
  )
}

function useColumns(): readonly ListColumn<EngagementRow>[] {
  const all = useWords()
  const format = useFormat()
  const today = useToday()
  return useMemo(() => {
    const { lists: words, clients } = all
    const paid = ({ engagement, client }: EngagementRow) =>
      termsText(termsOn(engagement, today), client?.currency ?? 'EUR', all, format)
    const promised = ({ engagement }: EngagementRow) => {
      const commitment = commitmentOn(engagement, today)
      return commitment === null ? '' : commitmentText(commitment, all, format)
    }
    return [
      nameColumn('name', words.name, nameOf),
      clientColumn(words.client, clientOf),
      {
        id: 'status',
        label: words.status,
        width: 110,
        key: ({ engagement }) => engagementStatuses.indexOf(engagement.status),
        cell: ({ engagement }) => clients.statuses[engagement.status],
      },
      {
        id: 'paid',
        label: words.paid,
        width: '2fr',
        minWidth: 150,
        key: paid,
        cell: (row) => <CellText quiet text={paid(row)} />,
      },
      {
        id: 'promised',
        label: words.promised,
        width: 140,
        key: (row) => promised(row) || null,
        cell: (row) => <CellText text={promised(row)} />,
      },
      {
        id: 'ends',
        label: words.ends,
        width: 120,
        key: ({ engagement }) => engagement.end,
        cell: ({ engagement }) => (engagement.end === null ? '' : format.dayMedium(engagement.end)),
      },
    ]
  }, [all, format, today])
}

function useFilters(): readonly ListFilter<EngagementRow>[] {
  const all = useWords()
  const client = useClientFilter(clientOf)
  return useMemo(
    () => [
      client,
      {
        id: 'status',
        label: all.lists.status,
        options: engagementStatuses.map((id) => ({ id, label: all.clients.statuses[id] })),
        has: ({ engagement }, option) => engagement.status === option,
      },
      {
        id: 'kind',
        label: all.lists.paid,
        options: (['hourly', 'daily', 'fixed', 'retainer'] as const).map((id) => ({
          id,
          label: all.clients.termKinds[id],
        })),
        has: ({ engagement }, option) => engagement.terms.at(-1)?.terms.kind === option,
      },
    ],
    [all, client],
  )
}
