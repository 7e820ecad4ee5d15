import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import { runAction } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { type Screen, useNavigation } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat, useWords } from '../state/words.ts'
import { TimerPanel } from '../timer/TimerPanel.tsx'
import { classes } from '../ui/classes.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import styles from './Sidebar.module.css'

/** The way to each screen, and whether what was done is on disk. */
export function Sidebar() {
  const words = useWords().app
  return (
    <nav className={styles.side} aria-label={words.navigation}>
      <div className={styles.brand}>{words.name}</div>
      <Entry screen="week" icon="week" />
      <Entry screen="horizon" icon="horizon" />
      <Entry screen="clients" icon="clients" />
      <Entry screen="pipeline" icon="pipeline" />
      <Entry screen="time" icon="time" />
      <Entry screen="invoices" icon="invoices" />
      <Entry screen="insights" icon="insights" />
      <div className={styles.grow} />
      <TimerPanel />
      <SaveLine />
      <Entry screen="settings" icon="settings" />
    </nav>
  )
}

function Entry({ screen, icon }: { readonly screen: Screen; readonly icon: IconName }) {
  const words = useWords().app
  const keys = useKeys()
  const isHere = useNavigation((place) => place.screen === screen)
  return (
    <Button
      className={classes(styles.entry)}
      onPress={() => runAction(`go.${screen}`)}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={icon} />
      {words.screens[screen]}
      <span className={styles.keys} aria-hidden="true">
        {keys(`go.${screen}`)}
      </span>
    </Button>
  )
}

/** Saved means on disk: main acknowledges a change only then. */
function SaveLine() {
  const words = useWords().app
  const format = useFormat()
  const save = useStore(planStore, (state) => state.save)
  const isBusy = useStore(planStore, (state) => state.pending.length > 0)
  const readOnly = useStore(planStore, (state) => state.readOnly)
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  if (save.state === 'failed')
    return (
      <p className={classes(styles.save, styles.failed)} role="alert" title={save.detail}>
        {words.notSaved[save.why]}
      </p>
    )
  if (readOnly) return <p className={classes(styles.save, styles.failed)}>{words.readOnly}</p>
  const at =
    save.at === null ? null : format.time(fromEpochMinute(Math.floor(Date.parse(save.at) / 60_000), zone))
  return (
    <p className={classes(styles.save, isBusy && styles.busy)} data-passing="">
      {isBusy ? words.saving : at === null ? words.saved : words.savedAt(at)}
    </p>
  )
}
