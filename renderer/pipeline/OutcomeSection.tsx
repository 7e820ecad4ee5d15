import { useMemo, useState } from 'react'
import { type Closed, closedEngagements } from '../../shared/pipeline/outcomes.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import styles from './Pipeline.module.css'
import { PortfolioDialog } from './PortfolioDialog.tsx'

type Open = 'close' | 'portfolio' | { readonly id: Id } | null

/** What came of the engagements that are closed, the latest first. */
export function OutcomeSection() {
  const words = useWords().pipeline
  const plan = usePlan((whole) => whole)
  const list = useMemo(() => closedEngagements(plan), [plan])
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns()
  const chosenId = open !== null && typeof open === 'object' ? open.id : null
  const engagement = list.find((one) => one.engagement.id === chosenId) ?? null
  return (
    <section aria-labelledby="outcomes" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="outcomes">{words.outcomes}</h2>
        <span className={styles.decide}>
          <Button size="small" onPress={() => setOpen('close')}>
            {words.closeEngagement}
          </Button>
          <Button size="small" isDisabled={list.length === 0} onPress={() => setOpen('portfolio')}>
            {words.portfolio}
          </Button>
        </span>
      </div>
      {list.length === 0 ? (
        <p className={styles.quiet}>{words.outcomesNone}</p>
      ) : (
        <Table
          label={words.outcomes}
          columns={columns}
          rows={list}
          rowId={({ engagement: { id } }) => id}
          onRowAction={(id) => setOpen({ id })}
        />
      )}
      {open === 'portfolio' ? <PortfolioDialog onClose={() => setOpen(null)} /> : null}
      {open === 'close' || engagement !== null ? (
        <OutcomeDialog engagement={engagement?.engagement ?? null} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  )
}

const tones: Readonly<Record<'completed' | 'ended' | 'lost', ChipTone>> = {
  completed: 'ok',
  ended: 'plain',
  lost: 'plain',
}

function useColumns(): readonly TableColumn<Closed>[] {
  const words = useWords().pipeline
  const format = useFormat()
  return [
    {
      id: 'engagement',
      label: words.engagement,
      cell: ({ engagement, client }) => (
        <span className={styles.named}>
          <span className={styles.dot} data-colour={client.colour} />
          <span className={styles.two}>
            <b>{client.name}</b>
            <span>{engagement.name}</span>
          </span>
        </span>
      ),
    },
    {
      id: 'kind',
      label: words.kind,
      cell: ({ outcome }) =>
        outcome === null ? (
          <span className={styles.quiet}>{words.noOutcome}</span>
        ) : (
          <Chip tone={tones[outcome.kind]}>{words.kinds[outcome.kind]}</Chip>
        ),
    },
    { id: 'on', label: words.on, cell: ({ on }) => (on === null ? '–' : format.dayMedium(on)) },
    {
      id: 'outcome',
      label: words.outcome,
      cell: ({ outcome }) => (
        <span className={styles.excerpt}>
          {outcome === null ? '' : [outcome.result, outcome.reason].find((text) => text !== '')}
        </span>
      ),
    },
  ]
}
