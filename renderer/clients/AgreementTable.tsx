import { useMemo } from 'react'
import { type Agreement, agreementKinds } from '../../shared/plan/agreement.ts'
import { agreementOn } from '../../shared/plan/agreementTerm.ts'
import type { Client } from '../../shared/plan/client.ts'
import { useToday } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { deleteRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip } from '../ui/Chip.tsx'
import type { ListColumn } from '../ui/ListTable.tsx'
import { AgreementDialog } from './AgreementDialog.tsx'
import { agreementState, datesText } from './AgreementList.tsx'
import { CellText, clientColumn, nameColumn, useClientFilter } from './ClientName.tsx'
import { type ListFilter, OpeningList } from './RecordList.tsx'

interface AgreementRow {
  readonly id: string
  readonly agreement: Agreement
  readonly client: Client | undefined
}

const nameOf = ({ agreement }: AgreementRow) => agreement.title
const textOf = ({ agreement, client }: AgreementRow) =>
  `${agreement.title} ${agreement.parties} ${client?.name ?? ''}`
const clientOf = ({ client }: AgreementRow) => client

function remove(id: string): void {
  const agreement = planNow().practice.agreements[id]
  if (agreement !== undefined) void deleteRecord('agreement', id, agreement.title)
}

/** The register of all agreements: with whom, how long, and what must be thought of next. */
export function AgreementTable() {
  const words = useWords().lists
  return (
    <OpeningList
      name="agreements"
      columns={useColumns()}
      rows={useRows()}
      filters={useFilters()}
      nameOf={nameOf}
      textOf={textOf}
      onDelete={remove}
      none={words.noAgreement}
      dialog={({ client, agreement }, close) =>
        client === undefined ? null : (
          <AgreementDialog client={client} agreement={agreement} onClose={close} />
        )
      }
    />
  )
}

function useRows(): readonly AgreementRow[] {
  const clients = usePlan((plan) => plan.practice.clients)
  const agreements = usePlan((plan) => plan.practice.agreements)
  return useMemo(
    () =>
      Object.values(agreements).map((agreement) => ({
        id: agreement.id,
        agreement,
        client: clients[agreement.clientId],
      })),
    [clients, agreements],
  )
}

function useColumns(): readonly ListColumn<AgreementRow>[] {
  const all = useWords()
  const format = useFormat()
  const today = useToday()
  return useMemo(() => {
    const { lists: words, agreements } = all
    const next = ({ agreement }: AgreementRow) => agreementOn(agreement, today).next
    return [
      nameColumn('title', words.title, nameOf),
      clientColumn(words.client, clientOf),
      {
        id: 'kind',
        label: words.kind,
        width: 140,
        key: ({ agreement }) => agreements.kinds[agreement.kind],
        cell: ({ agreement }) => <CellText text={agreements.kinds[agreement.kind]} />,
      },
      {
        id: 'running',
        label: words.running,
        width: 200,
        key: ({ agreement }) => agreement.start,
        cell: ({ agreement }) => <CellText quiet text={datesText(agreement, today, all, format)} />,
      },
      {
        id: 'next',
        label: words.next,
        width: 180,
        key: (row) => next(row)?.day ?? null,
        cell: (row) => {
          const coming = next(row)
          return coming === null ? '' : words.endings[coming.kind](format.dayMedium(coming.day))
        },
      },
      {
        id: 'status',
        label: words.status,
        width: 130,
        key: ({ agreement }) => agreements.states[agreementState(agreement, today).state],
        cell: ({ agreement }) => {
          const { state, tone } = agreementState(agreement, today)
          return <Chip tone={tone}>{agreements.states[state]}</Chip>
        },
      },
    ]
  }, [all, format, today])
}

const states = ['inForce', 'noticeSoon', 'endsSoon', 'notYet', 'ended'] as const

function useFilters(): readonly ListFilter<AgreementRow>[] {
  const all = useWords()
  const client = useClientFilter(clientOf)
  const today = useToday()
  return useMemo(
    () => [
      client,
      {
        id: 'kind',
        label: all.lists.kind,
        options: agreementKinds.map((id) => ({ id, label: all.agreements.kinds[id] })),
        has: ({ agreement }, option) => agreement.kind === option,
      },
      {
        id: 'status',
        label: all.lists.status,
        options: states.map((id) => ({ id, label: all.agreements.states[id] })),
        has: ({ agreement }, option) => agreementState(agreement, today).state === option,
      },
    ],
    [all, client, today],
  )
}
