import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { takeOver } from './frame/takeOver.ts'
import { allowEmptyMarkup } from './shell/emptyMarkup.ts'
import { followMain } from './shell/followMain.ts'
import { bridge } from './state/bridge.ts'
import { startClock } from './state/clock.ts'
import { openPlan } from './state/plan.ts'
import { reportFault } from './state/report.ts'
import { followTheme } from './theme/followTheme.ts'

window.addEventListener('error', ({ error, message }) => reportFault(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => reportFault(reason))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

allowEmptyMarkup()
openPlan()
startClock()
followTheme()
followMain()
takeOver()
createRoot(root, { onUncaughtError: reportFault }).render(<App />)
requestAnimationFrame(() => void bridge.request('app/ready', undefined))
