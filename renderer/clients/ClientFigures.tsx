import { type ReactNode, useMemo } from 'react'
import { unbilledOf } from '../../shared/billing/unbilled.ts'
import { type ClientTime, timeByArea, totalOf } from '../../shared/capacity/clientTime.ts'
import type { Client } from '../../shared/plan/client.ts'
import { clientRate } from '../../shared/rates/clientRate.ts'
import { addDays, firstOfMonth, lastOfMonth } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './ClientFigures.module.css'
import { useClientInvoices } from './OpenInvoices.tsx'

interface FiguresProps {
  readonly client: Client
  readonly time: ClientTime
}

/** How the client stands now, in a few figures: time of the week and month, what is not billed, what is not paid. */
export function ClientFigures({ client, time }: FiguresProps) {
  const words = useWords().clientPage
  return (
    <dl className={styles.figures} aria-label={words.figures}>
      <TimeFigures time={time} />
      <UnbilledFigure client={client} />
      <OpenFigure client={client} />
      <RateFigure client={client} />
    </dl>
  )
}

function Figure({
  name,
  value,
  about,
  isLate = false,
}: {
  readonly name: string
  readonly value: string
  readonly about: ReactNode
  readonly isLate?: boolean
}) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        <small className={isLate ? styles.late : undefined}>{about}</small>
      </dd>
    </div>
  )
}

function TimeFigures({ time }: { readonly time: ClientTime }) {
  const words = useWords().clientPage
  const format = useFormat()
  const today = useToday()
  const { homeZone, firstWeekday } = usePlan((plan) => plan.practice.settings)
  const [week, month] = useMemo(() => {
    const first = weekStart(today, firstWeekday)
    return [
      totalOf(timeByArea(time, first, addDays(first, 6), homeZone)),
      totalOf(timeByArea(time, firstOfMonth(today), lastOfMonth(today), homeZone)),
    ]
  }, [time, today, firstWeekday, homeZone])
  return (
    <>
      <Figure
        name={words.thisWeek}
        value={words.worked(format.duration(week.worked))}
        about={words.planned(format.duration(week.planned))}
      />
      <Figure
        name={words.thisMonth}
        value={words.worked(format.duration(month.worked))}
        about={words.planned(format.duration(month.planned))}
      />
    </>
  )
}

function UnbilledFigure({ client }: { readonly client: Client }) {
  const words = useWords().clientPage
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const { amount, minutes } = useMemo(() => unbilledOf(plan, client.id, today), [plan, client.id, today])
  return (
    <Figure
      name={words.unbilled}
      value={format.money(amount, client.currency)}
      about={words.unbilledHours(format.duration(minutes))}
    />
  )
}

function OpenFigure({ client }: { readonly client: Client }) {
  const words = useWords().clientPage
  const format = useFormat()
  const { open, totals, overdue } = useClientInvoices(client.id)
  const money = (list: typeof totals) =>
    list.map(({ currency, amount }) => format.money(amount, currency)).join(' + ')
  return (
    <Figure
      name={words.openInvoices}
      value={totals.length === 0 ? format.money(0, client.currency) : money(totals)}
      about={overdue.length === 0 ? words.openCount(open.length) : words.overdueSum(money(overdue))}
      isLate={overdue.length > 0}
    />
  )
}

function RateFigure({ client }: { readonly client: Client }) {
  const words = useWords().clientPage
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const rate = useMemo(() => clientRate(plan, client.id, today), [plan, client.id, today])
  return (
    <Figure
      name={words.rate}
      value={rate === null ? '–' : format.money(rate.perHour, client.currency)}
      about={rate === null ? words.noRate : words.rateAbout(format.duration(rate.worked))}
    />
  )
}
