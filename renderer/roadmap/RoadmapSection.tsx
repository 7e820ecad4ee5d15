import { type CSSProperties, useMemo, useState } from 'react'
import { deadlineVerdicts } from '../../shared/capacity/flags/deadlineVerdicts.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import page from '../clients/ClientPage.module.css'
import { DeliverableDialog } from '../clients/DeliverableDialog.tsx'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { useCapacityContext } from '../week/capacityNow.ts'
import styles from './Roadmap.module.css'
import { RoadmapRow } from './RoadmapRow.tsx'
import { type Timeline, timelineOf } from './timeline.ts'

/** A due day while it is moved: nothing is changed yet. */
export interface MovedDue {
  readonly id: Id
  readonly due: Day
}

/** A client's roadmap: what is due when, how far it is, and whether it can be met. Nothing where nothing has a due day. */
export function RoadmapSection({ client }: { readonly client: Client }) {
  const words = useWords().roadmap
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const [open, setOpen] = useState<Deliverable | null>(null)
  const [moved, setMoved] = useState<MovedDue | null>(null)
  const { deliverables, engagements, settings } = plan.practice
  const own = useMemo(
    () =>
      Object.values(deliverables).filter(({ engagementId }) => {
        const engagement = engagements[engagementId]
        return engagement?.clientId === client.id && engagement.status !== 'closed'
      }),
    [deliverables, engagements, client.id],
  )
  const timeline = useMemo(
    () => timelineOf(own, today, settings.firstWeekday),
    [own, today, settings.firstWeekday],
  )
  const { bars } = timeline
  const last = bars.at(-1)?.deliverable.due ?? today
  const context = useCapacityContext(today, last > today ? last : today)
  const shown = useMemo(() => withDue(plan, moved), [plan, moved])
  const verdicts = useMemo(() => deadlineVerdicts(shown, today, context), [shown, today, context])
  if (bars.length === 0) return null
  const engagement = open === null ? undefined : engagements[open.engagementId]
  return (
    <section aria-labelledby="client-roadmap" className={page.section}>
      <h3 id="client-roadmap">{words.title}</h3>
      <div
        className={styles.roadmap}
        data-colour={client.colour}
        style={{ '--weeks': timeline.weeks.length, '--today': `${timeline.today * 100}%` } as CSSProperties}
      >
        <Scale timeline={timeline} />
        <ul className={styles.rows}>
          {bars.map((bar) => (
            <RoadmapRow
              key={bar.deliverable.id}
              bar={bar}
              timeline={timeline}
              today={today}
              moved={moved?.id === bar.deliverable.id ? moved.due : null}
              verdict={verdicts.get(bar.deliverable.id) ?? null}
              onMove={(due) => setMoved(due === null ? null : { id: bar.deliverable.id, due })}
              onOpen={() => setOpen(bar.deliverable)}
            />
          ))}
        </ul>
      </div>
      <p className={page.quiet}>{words.help}</p>
      {open === null || engagement === undefined ? null : (
        <DeliverableDialog engagement={engagement} deliverable={open} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

/** The plan as it would be with a due day where it is moved to. */
function withDue(plan: Plan, moved: MovedDue | null): Plan {
  const deliverable = moved === null ? undefined : plan.practice.deliverables[moved.id]
  if (moved === null || deliverable === undefined) return plan
  const deliverables = { ...plan.practice.deliverables, [moved.id]: { ...deliverable, due: moved.due } }
  return { ...plan, practice: { ...plan.practice, deliverables } }
}

/** Months and weeks above the bars. */
function Scale({ timeline: { months, weeks } }: { readonly timeline: Timeline }) {
  const words = useWords().roadmap
  const format = useFormat()
  return (
    <div className={styles.scale} aria-hidden="true">
      <div className={styles.labels}>
        {months.map(({ day, at }) => (
          <span key={day} className={styles.month} style={{ left: `${at * 100}%` }}>
            {day.slice(5, 7) === '01' || at === 0 ? format.month(day) : format.monthName(day)}
          </span>
        ))}
        {weeks.map(({ day, at, number }) =>
          number === null ? null : (
            <span key={day} className={styles.week} style={{ left: `${at * 100}%` }}>
              {words.week(number)}
            </span>
          ),
        )}
        <span className={styles.today}>{words.today}</span>
      </div>
    </div>
  )
}
