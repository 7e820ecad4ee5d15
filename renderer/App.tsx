import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useStore } from 'zustand'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { Shell } from './shell/Shell.tsx'
import { Toasts } from './shell/Toasts.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { openPlan } from './state/plan.ts'
import { planStore } from './state/planStore.ts'
import { useFormat, useWords } from './state/words.ts'
import { Button } from './ui/Button.tsx'
import { EmptyState } from './ui/EmptyState.tsx'

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
  const unused = useStore(planStore, (state) => state.unused)
  if (status === 'opening') return null
  if (status === 'failed') return <OpenFailed />
  return unused ? <StartScreen /> : <Shell />
}

function OpenFailed() {
  const words = useWords().app
  return (
    <main role="alert">
      <EmptyState
        icon="warning"
        title={words.openFailed}
        text={words.openFailedText}
        actions={
          <Button variant="primary" onPress={() => openPlan()}>
            {words.tryAgain}
          </Button>
        }
      />
    </main>
  )
}
