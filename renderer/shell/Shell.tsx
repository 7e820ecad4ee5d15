import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { followShortcuts } from '../actions/shortcuts.ts'
import { CalendarDrop } from '../exchange/CalendarDrop.tsx'
import { FolderNotice } from '../exchange/FolderNotice.tsx'
import { useTour } from '../help/tour.ts'
import { announceStore } from '../state/announce.ts'
import { type Screen, useNavigation } from '../state/navigation.ts'
import { GapQuestions } from '../timer/GapQuestions.tsx'
import { WeekScreen } from '../week/WeekScreen.tsx'
import { followWeek } from '../week/weekStore.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Notices } from './Notices.tsx'
import { Overlays } from './Overlays.tsx'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'

const HorizonScreen = lazy(() =>
  import('../horizon/HorizonScreen.tsx').then((module) => ({ default: module.HorizonScreen })),
)
const ClientsScreen = lazy(() =>
  import('../clients/ClientsScreen.tsx').then((module) => ({ default: module.ClientsScreen })),
)
const PipelineScreen = lazy(() =>
  import('../pipeline/PipelineScreen.tsx').then((module) => ({ default: module.PipelineScreen })),
)
const InvoicesScreen = lazy(() =>
  import('../invoices/InvoicesScreen.tsx').then((module) => ({ default: module.InvoicesScreen })),
)
const TimeScreen = lazy(() =>
  import('../time/TimeScreen.tsx').then((module) => ({ default: module.TimeScreen })),
)
const InsightsScreen = lazy(() =>
  import('../insights/InsightsScreen.tsx').then((module) => ({ default: module.InsightsScreen })),
)
const SettingsScreen = lazy(() =>
  import('../settings/SettingsScreen.tsx').then((module) => ({ default: module.SettingsScreen })),
)

const TourBar = lazy(() => import('../help/TourBar.tsx').then((module) => ({ default: module.TourBar })))

/** The window of a plan in use: sidebar, screen, and what lies over them. The week is in the first bundle, the rest comes when asked for. */
export function Shell() {
  const screen = useNavigation((place) => place.screen)
  const isToured = useTour() !== null
  useEffect(followShortcuts, [])
  useEffect(followWeek, [])
  return (
    <div className={styles.shell}>
      <Sidebar />
      <div className={styles.content}>
        <Notices />
        <FolderNotice />
        <div className={styles.screen}>
          <ErrorBoundary resetBy={screen}>
            <Suspense fallback={null}>
              <ScreenOf screen={screen} />
            </Suspense>
          </ErrorBoundary>
        </div>
        {isToured ? (
          <Suspense fallback={null}>
            <TourBar />
          </Suspense>
        ) : null}
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

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'week':
      return <WeekScreen />
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
