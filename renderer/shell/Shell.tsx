import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { followShortcuts } from '../actions/shortcuts.ts'
import { CalendarDrop } from '../exchange/CalendarDrop.tsx'
import { FolderNotice } from '../exchange/FolderNotice.tsx'
import { followFrame } from '../frame/keepFrame.ts'
import { useTour } from '../help/tour.ts'
import { announceStore } from '../state/announce.ts'
import { type Screen, useNavigation } from '../state/navigation.ts'
import { GapQuestions } from '../timer/GapQuestions.tsx'
import { Kept } from '../ui/Kept.tsx'
import { onDemand } from '../ui/onDemand.tsx'
import { WeekScreen } from '../week/WeekScreen.tsx'
import { followWeek } from '../week/weekStore.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Notices } from './Notices.tsx'
import { Overlays } from './Overlays.tsx'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'

const HorizonScreen = onDemand(async () => (await import('../horizon/HorizonScreen.tsx')).HorizonScreen)
const ClientsScreen = onDemand(async () => (await import('../clients/ClientsScreen.tsx')).ClientsScreen)
const PipelineScreen = onDemand(async () => (await import('../pipeline/PipelineScreen.tsx')).PipelineScreen)
const InvoicesScreen = onDemand(async () => (await import('../invoices/InvoicesScreen.tsx')).InvoicesScreen)
const TimeScreen = onDemand(async () => (await import('../time/TimeScreen.tsx')).TimeScreen)
const InsightsScreen = onDemand(async () => (await import('../insights/InsightsScreen.tsx')).InsightsScreen)
const SettingsScreen = onDemand(async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen)

const TourBar = onDemand(async () => (await import('../help/TourBar.tsx')).TourBar)

/** The window of a plan in use: sidebar, screen, and what lies over them. The week is in the first bundle, the rest comes when asked for. */
export function Shell() {
  const screen = useNavigation((place) => place.screen)
  const isToured = useTour() !== null
  useEffect(followShortcuts, [])
  useEffect(followWeek, [])
  useEffect(followFrame, [])
  return (
    <div className={styles.shell} data-shell="">
      <Sidebar />
      <div className={styles.content}>
        <Notices />
        <FolderNotice />
        <div className={styles.screen}>
          <KeptWeek isShown={screen === 'week'} />
          <ErrorBoundary resetBy={screen}>
            <ScreenOf screen={screen} />
          </ErrorBoundary>
        </div>
        {isToured ? <TourBar /> : null}
      </div>
      <ErrorBoundary>
        <Overlays />
        <CalendarDrop />
        <GapQuestions />
      </ErrorBoundary>
      <Announcer />
    </div>
  )
}

/** The week, kept once it was shown: it is where the user comes back to. */
function KeptWeek({ isShown }: { readonly isShown: boolean }) {
  const [wasShown, setShown] = useState(isShown)
  if (isShown && !wasShown) setShown(true)
  if (!isShown && !wasShown) return null
  return (
    <Kept isShown={isShown}>
      <ErrorBoundary resetBy={String(isShown)}>
        <WeekScreen isShown={isShown} />
      </ErrorBoundary>
    </Kept>
  )
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'week':
      return null
    case 'horizon':
      return <HorizonScreen />
    case 'clients':
      return <ClientsScreen />
    case 'time':
      return <TimeScreen />
    case 'pipeline':
      return <PipelineScreen />
    case 'invoices':
      return <InvoicesScreen />
    case 'insights':
      return <InsightsScreen />
    case 'settings':
      return <SettingsScreen />
  }
}

/** Reads out what a key did. Two regions in turn, so that the same words twice are read twice. */
function Announcer() {
  const { text, count } = useStore(announceStore)
  return (
    <div className="spoken-only">
      <p role="status">{count % 2 === 0 ? text : ''}</p>
      <p role="status">{count % 2 === 1 ? text : ''}</p>
    </div>
  )
}
