import { useMemo, useState } from 'react'
import { budgetStanding } from '../../shared/capacity/budgetStanding.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { commitmentOn, type Engagement, termsOn } from '../../shared/plan/engagement.ts'
import { startOfDay } from '../../shared/time/zone.ts'
import { forEngagement } from '../../shared/timer/begin.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { EngagementDialog } from '../engagements/EngagementDialog.tsx'
import { commitmentText, termsText } from '../engagements/termsText.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { start } from '../timer/timerActs.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import styles from './ClientPage.module.css'
import { DeliverableDialog } from './DeliverableDialog.tsx'
import { recordName, useWantedRecord } from './wantedRecord.ts'

type Editing = {
  readonly kind: 'engagement' | 'deliverable'
  readonly engagement: Engagement | null
  readonly deliverable: Deliverable | null
}

/** A client's engagements as cards, each with what is due in it. */
export function EngagementList({ client }: { readonly client: Client }) {
  const words = useWords().clients
  const engagements = usePlan((plan) => plan.practice.engagements)
  const deliverables = usePlan((plan) => plan.practice.deliverables)
  const [editing, setEditing] = useState<Editing | null>(null)
  const own = useMemo(
    () =>
      Object.values(engagements)
        .filter((e) => e.clientId === client.id)
        .sort((a, b) => a.order - b.order),
    [engagements, client.id],
  )
  const close = () => setEditing(null)
  useWantedRecord()
  return (
    <section aria-labelledby="client-engagements" className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 id="client-engagements">{words.engagements}</h3>
        <Button
          size="small"
          onPress={() => setEditing({ kind: 'engagement', engagement: null, deliverable: null })}
        >
          {words.newEngagement}
        </Button>
      </div>
      {own.length === 0 ? <p className={styles.quiet}>{words.noEngagementText}</p> : null}
      <div className={styles.cards}>
        {own.map((engagement) => (
          <EngagementCard
            key={engagement.id}
            engagement={engagement}
            currency={client.currency}
            deliverables={Object.values(deliverables).filter((d) => d.engagementId === engagement.id)}
            edit={(kind, deliverable) => setEditing({ kind, engagement, deliverable })}
          />
        ))}
      </div>
      {editing?.kind === 'engagement' ? (
        <EngagementDialog client={client} engagement={editing.engagement} onClose={close} />
      ) : null}
      {editing?.kind === 'deliverable' && editing.engagement !== null ? (
        <DeliverableDialog
          engagement={editing.engagement}
          deliverable={editing.deliverable}
          onClose={close}
        />
      ) : null}
    </section>
  )
}

interface CardProps {
  readonly engagement: Engagement
  readonly currency: string
  readonly deliverables: readonly Deliverable[]
  readonly edit: (kind: Editing['kind'], deliverable: Deliverable | null) => void
}

function EngagementCard({ engagement, currency, deliverables, edit }: CardProps) {
  const words = useWords()
  const format = useFormat()
  const today = useToday()
  const due = deliverables.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  return (
    <article
      className={styles.card}
      aria-label={engagement.name}
      tabIndex={-1}
      data-record={recordName({ kind: 'engagement', id: engagement.id })}
    >
      <div className={styles.cardHead}>
        <b>{engagement.name}</b>
        <Chip>{statusText(engagement, words, format)}</Chip>
      </div>
      <div className={styles.facts}>
        {engagementFacts(engagement, today, currency, words, format).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {engagement.budget === null ? null : <BudgetFact engagement={engagement} />}
      </div>
      {due.length === 0 ? null : (
        <div className={styles.due}>
          {due.map((deliverable) => (
            <button
              key={deliverable.id}
              type="button"
              className={styles.dueRow}
              data-record={recordName({ kind: 'deliverable', id: deliverable.id })}
              data-done={deliverable.done || undefined}
              onClick={() => edit('deliverable', deliverable)}
            >
              <span>{deliverable.title}</span>
              <small>{dueText(deliverable, words, format)}</small>
            </button>
          ))}
        </div>
      )}
      <div className={styles.cardActions}>
        <Button size="small" variant="quiet" onPress={() => edit('engagement', null)}>
          {words.clients.edit}
        </Button>
        <Button size="small" variant="quiet" onPress={() => edit('deliverable', null)}>
          {words.clients.newDeliverable}
        </Button>
        {engagement.status === 'closed' ? null : (
          <Button
            size="small"
            variant="quiet"
            icon="timer"
            onPress={() => void start(forEngagement(engagement.id))}
          >
            {words.timer.start}
          </Button>
        )}
      </div>
    </article>
  )
}

/** How much of the budget is used, and how much is left or over. */
function BudgetFact({ engagement }: { readonly engagement: Engagement }) {
  const words = useWords().clients
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const standing = useMemo(
    () => budgetStanding(plan, engagement, startOfDay(today, plan.practice.settings.homeZone)),
    [plan, engagement, today],
  )
  if (standing === null) return null
  const { measure, logged, budget } = standing
  const text = (amount: number) =>
    measure.kind === 'hours' ? format.duration(amount) : format.money(amount, measure.currency, 'whole')
  const rest =
    logged > budget ? words.budgetOver(text(logged - budget)) : words.budgetLeft(text(budget - logged))
  return (
    <span>
      {words.budgetUsed(text(logged), text(budget))} · {rest}
    </span>
  )
}

function statusText(engagement: Engagement, words: Words, format: Format): string {
  return engagement.status === 'prospect'
    ? words.clients.prospectLine(format.percent(engagement.probability / 100))
    : words.clients.statuses[engagement.status]
}

function dueText(deliverable: Deliverable, words: Words, format: Format): string {
  const left = deliverable.done ? words.clients.done : format.duration(deliverable.remainingMinutes)
  return deliverable.due === null
    ? left
    : `${left} · ${words.clients.dueOn(format.dayShort(deliverable.due))}`
}

/** What an engagement pays, promises and how long it runs, a line each, as of a day. */
function engagementFacts(
  engagement: Engagement,
  today: string,
  currency: string,
  words: Words,
  format: Format,
): string[] {
  const { clients } = words
  const facts = [termsText(termsOn(engagement, today), currency, words, format)]
  const commitment = commitmentOn(engagement, today)
  if (commitment !== null) facts.push(commitmentText(commitment, words, format))
  const { start, end } = engagement
  if (start !== null)
    facts.push(
      end === null
        ? clients.since(format.dayMedium(start))
        : clients.dates(format.dayMedium(start), format.dayMedium(end)),
    )
  return facts
}
