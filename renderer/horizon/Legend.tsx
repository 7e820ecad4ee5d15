import { markKinds } from '../../shared/horizon/marks.ts'
import { useWords } from '../state/words.ts'
import styles from './Horizon.module.css'

/** What the signs mean, and what can be done. */
export function Legend() {
  const words = useWords().horizon
  return (
    <>
      <p className={styles.help}>{words.help}</p>
      <ul className={styles.legend} aria-label={words.legend}>
        <li>
          <i className={styles.sampleFill} />
          {words.legends.planned}
        </li>
        <li>
          <i className={styles.sampleLine} />
          {words.legends.committed}
        </li>
        <li>
          <i className={styles.sampleOver}>7</i>
          {words.legends.over}
        </li>
        {(['timeOff', 'holiday'] as const).map((kind) => (
          <li key={kind}>
            <i className={styles.sampleFree} data-kind={kind} />
            {words.legends[kind]}
          </li>
        ))}
        {markKinds.map((kind) => (
          <li key={kind}>
            <i className={styles.sign} data-kind={kind} />
            {words.signs[kind]}
          </li>
        ))}
      </ul>
    </>
  )
}
