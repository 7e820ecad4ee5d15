import { useMemo, useState } from 'react'
import type { Agreement } from '../../shared/plan/agreement.ts'
import { agreementOn, comesUp } from '../../shared/plan/agreementTerm.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Day } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import { AgreementDialog } from './AgreementDialog.tsx'
import styles from './AgreementList.module.css'
import { openFile } from './agreementFiles.ts'
import page from './ClientPage.module.css'

/** A client's agreements, those in force first, each with its dates and what must be thought of next. */
export function AgreementList({ client }: { readonly client: Client }) {
  const words = useWords().agreements
  const agreements = usePlan((plan) => plan.practice.agreements)
  const today = useToday()
  const [editing, setEditing] = useState<Agreement | 'new' | null>(null)
  const own = useMemo(
    () =>
      Object.values(agreements)
        .filter(({ clientId }) => clientId === client.id)
        .sort((a, b) => rank(a, today) - rank(b, today) || a.order - b.order),
    [agreements, client.id, today],
  )
  return (
    <section aria-labelledby="client-agreements" className={page.section}>
      <div className={page.sectionHead}>
        <h3 id="client-agreements">{words.title}</h3>
        <Button size="small" onPress={() => setEditing('new')}>
          {words.add}
        </Button>
      </div>
      {own.length === 0 ? (
        <p className={page.quiet}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {own.map((agreement) => (
            <AgreementRow
              key={agreement.id}
              agreement={agreement}
              today={today}
              onOpen={() => setEditing(agreement)}
            />
          ))}
        </ul>
      )}
      {editing === null ? null : (
        <AgreementDialog
          client={client}
          agreement={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}

/** What has ended stands last. */
function rank(agreement: Agreement, today: Day): number {
  return agreementOn(agreement, today).state === 'ended' ? 1 : 0
}

interface RowProps {
  readonly agreement: Agreement
  readonly today: Day
  readonly onOpen: () => void
}

function AgreementRow({ agreement, today, onOpen }: RowProps) {
  const all = useWords()
  const words = all.agreements
  const format = useFormat()
  const { state, tone } = agreementState(agreement, today)
  const about = agreement.parties === '' ? [] : [agreement.parties]
  return (
    <li className={styles.item}>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.what}>
          <b>{agreement.title}</b>
          <small>{[words.kinds[agreement.kind], ...about].join(' · ')}</small>
        </span>
        <span className={styles.dates}>
          <span>{datesText(agreement, today, all, format)}</span>
          <small>{nextText(agreement, today, all, format)}</small>
        </span>
        <Chip tone={tone}>{words.states[state]}</Chip>
      </button>
      {agreement.file === '' ? null : (
        <IconButton
          icon="file"
          size="small"
          variant="quiet"
          label={words.fileOpenOf(agreement.title)}
          onPress={() => void openFile(agreement.id)}
        />
      )}
    </li>
  )
}

type State = keyof Words['agreements']['states']

/** Where an agreement stands on a day, and how it is shown. */
export function agreementState(
  agreement: Agreement,
  today: Day,
): { readonly state: State; readonly tone: ChipTone } {
  const { state } = agreementOn(agreement, today)
  if (state === 'ended') return { state: 'ended', tone: 'plain' }
  const up = comesUp(agreement, today)
  if (up !== null && up.near !== null)
    return { state: up.kind === 'notice' ? 'noticeSoon' : 'endsSoon', tone: 'watch' }
  return state === 'not-yet' ? { state: 'notYet', tone: 'plain' } : { state: 'inForce', tone: 'ok' }
}

/** From when to when: of one that renews, to the end of the term that runs. */
export function datesText(agreement: Agreement, today: Day, words: Words, format: Format): string {
  const { clients, agreements } = words
  const { start } = agreement
  const { state, termEnd } = agreementOn(agreement, today)
  const end = termEnd ?? agreement.end
  if (start !== null && end !== null) return clients.dates(format.dayMedium(start), format.dayMedium(end))
  if (start !== null)
    return state === 'not-yet'
      ? agreements.fromDay(format.dayMedium(start))
      : clients.since(format.dayMedium(start))
  return end === null ? agreements.undated : agreements.until(format.dayMedium(end))
}

/** How it goes on, and until when that can be stopped. */
function nextText(agreement: Agreement, today: Day, words: Words, format: Format): string {
  const { agreements } = words
  const { state, lastNotice } = agreementOn(agreement, today)
  const { confidentialUntil } = agreement
  const secret =
    confidentialUntil === null || confidentialUntil < today
      ? []
      : [agreements.confidentialTo(format.dayMedium(confidentialUntil))]
  if (state === 'ended') return secret.join()
  if (lastNotice === null)
    return [
      ...(agreement.noticeDays === null ? [] : [agreements.noticePeriod(agreement.noticeDays)]),
      ...secret,
    ].join(' · ')
  const months = agreements.months(agreement.renewalMonths ?? 0)
  return [agreements.renews(months, format.dayMedium(lastNotice)), ...secret].join(' · ')
}
