import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useStore } from 'zustand'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { Shell } from './shell/Shell.tsx'
import { Toasts } from './shell/Toasts.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { isFirstStart, planStore } from './state/planStore.ts'
import { useFormat } from './state/words.ts'
import { onDemand } from './ui/onDemand.tsx'

/** Seldom needed, so it is not in the first bundle. */
const OpenFailed = onDemand(async () => (await import('./data/OpenFailed.tsx')).OpenFailed)

const SafeMode = onDemand(async () => (await import('./data/SafeMode.tsx')).SafeMode)
const UnlockScreen = onDemand(async () => (await import('./vault/UnlockScreen.tsx')).UnlockScreen)

/** The window: the start of an unused plan, or the screens. */
export function App() {
  const format = useFormat()
  const locale = useStore(planStore, (state) => state.desktop?.locale ?? navigator.language)
  const own = locale.toLowerCase().startsWith(format.language)
    ? locale
    : format.language === 'en'
      ? 'en-GB'
      : 'de-DE'
  useEffect(() => {
    document.documentElement.lang = format.language
  }, [format.language])
  return (
    <I18nProvider locale={own}>
      <ErrorBoundary>
        <Content />
      </ErrorBoundary>
      <Toasts />
    </I18nProvider>
  )
}

function Content() {
  const status = useStore(planStore, (state) => state.status)
  const isFirst = useStore(planStore, isFirstStart)
  const isSafe = useStore(planStore, (state) => state.desktop?.safe ?? false)
  if (status === 'opening') return null
  if (status === 'failed' || status === 'locked')
    return <>{status === 'locked' ? <UnlockScreen /> : <OpenFailed />}</>
  if (isSafe) return <SafeMode />
  return isFirst ? <StartScreen /> : <Shell />
}
