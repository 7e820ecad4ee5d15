import { classes } from '../ui/classes.ts'
import styles from './WeekGrid.module.css'

/** Load against what is available. Past it the bar is full and red, with a notch where the available time ends. */
export function Meter({
  load,
  available,
  tone = 'load',
}: {
  readonly load: number
  readonly available: number
  readonly tone?: 'load' | 'client'
}) {
  const over = load > available
  const share = over ? 100 : available === 0 ? 0 : (load / available) * 100
  return (
    <div className={classes(styles.meter, over && styles.over)} aria-hidden="true">
      <i
        className={classes(styles.fill, tone === 'client' && styles.client)}
        style={{ width: `${share}%` }}
      />
      {over && available > 0 ? (
        <u className={styles.notch} style={{ left: `${(available / load) * 100}%` }} />
      ) : null}
    </div>
  )
}
