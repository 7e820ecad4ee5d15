import { useMemo } from 'react'
import { useStore } from 'zustand'
import { nextSessions } from '../../shared/capacity/clientTime.ts'
import type { Client } from '../../shared/plan/client.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import { clockStore } from '../state/clock.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip } from '../ui/Chip.tsx'
import { focusSession } from '../week/sessionActions.ts'
import { showOccurrences } from '../week/weekStore.ts'
import styles from './ClientFigures.module.css'
import page from './ClientPage.module.css'

const MOST = 5

/** The next sessions of a client, by the clock at home; each leads to its week. */
export function NextSessions({ client }: { readonly client: Client }) {
  const words = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const minute = useStore(clockStore, (clock) => clock.minute)
  const zone = plan.practice.settings.homeZone
  const next = useMemo(() => nextSessions(plan, client.id, minute, MOST), [plan, client.id, minute])
  const show = (key: string, start: number) => {
    go(weekPlace(wallDay(fromEpochMinute(start, zone))))
    showOccurrences([key])
    focusSession(key)
  }
  return (
    <section aria-labelledby="client-next" className={page.section}>
      <h3 id="client-next">{words.clientPage.nextSessions}</h3>
      {next.length === 0 ? (
        <p className={page.quiet}>{words.clientPage.noSession}</p>
      ) : (
        <ul className={styles.rows}>
          {next.map(({ key, start, end, occurrence }) => (
            <li key={key}>
              <button type="button" className={styles.row} onClick={() => show(key, start)}>
                <span className={styles.what}>
                  <b>{occurrence.title}</b>
                  <small>
                    {format.dayShort(wallDay(fromEpochMinute(start, zone)))} ·{' '}
                    {format.timeRange(fromEpochMinute(start, zone), fromEpochMinute(end, zone))}
                  </small>
                </span>
                {occurrence.status === 'tentative' ? <Chip>{words.clientPage.tentative}</Chip> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
