import { useMemo, useState } from 'react'
import { type RetainerStatement, retainerStatement } from '../../shared/billing/retainerStatement.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import { standingTexts } from '../../shared/words/statementText.ts'
import page from '../clients/ClientPage.module.css'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Retainer.module.css'
import { StatementDialog } from './StatementDialog.tsx'

/** The hours of a client's retainers: what is left until when, with the way to the statement. Nothing where there is none. */
export function RetainerSection({ client }: { readonly client: Client }) {
  const words = useWords().statement
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const [open, setOpen] = useState<Engagement | null>(null)
  const { engagements } = plan.practice
  const retainers = useMemo(
    () =>
      Object.values(engagements)
        .filter(({ clientId, status }) => clientId === client.id && status !== 'prospect')
        .sort((a, b) => a.order - b.order),
    [engagements, client.id],
  )
  const standings = useMemo(
    () => retainers.map((engagement) => retainerStatement(plan, engagement, today)),
    [retainers, plan, today],
  )
  if (standings.every((statement) => statement === null)) return null
  return (
    <section aria-labelledby="client-retainers" className={page.section}>
      <h3 id="client-retainers">{words.section}</h3>
      <div className={page.cards}>
        {retainers.map((engagement, i) => {
          const statement = standings[i] ?? null
          return statement === null ? null : (
            <RetainerCard
              key={engagement.id}
              statement={statement}
              colour={client.colour}
              onOpen={() => setOpen(engagement)}
            />
          )
        })}
      </div>
      {open === null ? null : <StatementDialog engagement={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface CardProps {
  readonly statement: RetainerStatement
  readonly colour: Client['colour']
  readonly onOpen: () => void
}

function RetainerCard({ statement, colour, onOpen }: CardProps) {
  const all = useWords()
  const words = all.statement
  const format = useFormat()
  const { period } = statement
  const available = Math.max(0, period.opening + period.granted)
  const texts = standingTexts(statement, all, {
    hours: format.duration,
    day: format.dayMedium,
    on: useToday(),
  })
  return (
    <article className={page.card} aria-label={statement.engagement} data-colour={colour}>
      <div className={page.cardHead}>
        <b>{statement.engagement}</b>
        <Button size="small" onPress={onOpen}>
          {words.open}
        </Button>
      </div>
      <meter
        className={styles.meter}
        min={0}
        max={Math.max(1, available)}
        value={Math.min(period.used, available)}
        data-over={statement.left < 0 || undefined}
        aria-label={words.meter(format.duration(period.used), format.duration(available))}
      />
      <div className={page.facts}>
        {texts.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {period.opening > 0 ? <span>{words.carriedInto(format.duration(period.opening))}</span> : null}
        {period.opening < 0 ? <span>{words.debtInto(format.duration(-period.opening))}</span> : null}
      </div>
    </article>
  )
}
