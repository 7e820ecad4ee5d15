import { useMemo } from 'react'
import {
  auditSeries,
  isSound,
  type SeriesAudit,
  type SeriesMember,
} from '../../../shared/billing/after/series.ts'
import { go } from '../../state/navigation.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import after from '../after/After.module.css'
import tables from '../after/Tables.module.css'
import styles from './Lists.module.css'

/** Each series of numbers with what an auditor asks of it. */
export function SeriesView() {
  const words = useWords().money.series
  const plan = usePlan((whole) => whole)
  const series = useMemo(() => auditSeries(plan), [plan])
  if (series.length === 0) return <EmptyState icon="invoices" title={words.empty} text={words.emptyText} />
  return (
    <div className={tables.page}>
      <div className={tables.head}>
        <h2>{words.title}</h2>
        <p className={tables.quiet}>{words.about}</p>
      </div>
      {series.map((audit) => (
        <SeriesCard key={audit.series} audit={audit} />
      ))}
    </div>
  )
}

function SeriesCard({ audit }: { readonly audit: SeriesAudit }) {
  const words = useWords().money.series
  const sound = isSound(audit)
  const { gaps, duplicates, outOfOrder } = audit
  const missing = gaps.reduce((all, { count }) => all + count, 0)
  return (
    <section className={styles.card} aria-label={audit.series}>
      <div className={styles.cardHead}>
        <h3>{audit.series.replace('{#}', '…')}</h3>
        <Chip tone={sound ? 'ok' : 'over'}>{sound ? words.sound : words.unsound}</Chip>
      </div>
      <dl className={styles.facts}>
        <Fact label={words.first}>
          <Member member={audit.first} />
        </Fact>
        <Fact label={words.last}>
          <Member member={audit.last} />
        </Fact>
        <Fact label={words.count}>{audit.count}</Fact>
        <Fact label={words.gaps}>
          {missing === 0
            ? words.none
            : `${words.gapCount(missing)}: ${gaps.map(({ from, to }) => words.gap(from, to)).join(', ')}`}
        </Fact>
        <Fact label={words.duplicates}>
          {duplicates.length === 0
            ? words.none
            : duplicates.map(({ number, ids }) => words.times(number, ids.length)).join(', ')}
        </Fact>
        <Fact label={words.order}>
          {outOfOrder.length === 0
            ? words.none
            : outOfOrder.map((member) => <Member key={member.id} member={member} />)}
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A number with its day, that opens its invoice. */
function Member({ member: { id, number, on } }: { readonly member: SeriesMember }) {
  const format = useFormat()
  const words = useWords().money.after
  return (
    <span>
      <button
        type="button"
        className={after.link}
        aria-label={words.openNumber(number)}
        onClick={() => go({ screen: 'invoices', invoiceId: id })}
      >
        {number}
      </button>{' '}
      <span className={styles.quiet}>{format.dayMedium(on)}</span>
    </span>
  )
}
