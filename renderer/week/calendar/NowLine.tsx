import { useStore } from 'zustand'
import { wallMinute } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../../shared/time/zone.ts'
import { clockStore } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import styles from './Calendar.module.css'
import { share } from './shading.ts'

/** The line of the present on today's column; it alone is drawn again each minute. */
export function NowLine() {
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const minute = useStore(clockStore, (clock) => wallMinute(fromEpochMinute(clock.minute, zone)))
  return <i className={styles.now} style={{ top: share(minute) }} data-passing="" aria-hidden="true" />
}
