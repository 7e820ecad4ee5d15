import { weekStart } from '../../shared/time/week.ts'
import { bridge } from '../state/bridge.ts'
import { whenIdle } from '../state/idle.ts'
import { followPlace, placeNow } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { reportFault } from '../state/report.ts'
import { weekStore } from '../week/weekStore.ts'
import { pictureOf } from './picture.ts'

/** How long the week stands still before its picture is taken, in milliseconds: the plan's files are at rest by then, too. */
const REST = 4000

/**
 * Keeps a picture of the week for the next start whenever it has come to rest, and none of another place than the one at
 * which the window would open. Until the returned function is called.
 */
export function followFrame(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let callOff: (() => void) | undefined
  const stop = () => {
    clearTimeout(timer)
    callOff?.()
  }
  const wait = () => {
    stop()
    timer = setTimeout(() => {
      callOff = whenIdle(keepFrame)
    }, REST)
  }
  const leave = () => {
    forgetFrame()
    wait()
  }
  const stops = [planStore.subscribe(wait), weekStore.subscribe(wait), followPlace(leave)]
  window.addEventListener('resize', wait)
  wait()
  return () => {
    stop()
    window.removeEventListener('resize', wait)
    for (const end of stops) end()
  }
}

/** What was kept last: empty for nothing, null where only main knows. */
let kept: string | null = null

function forgetFrame(): void {
  if (kept === '') return
  kept = ''
  bridge.request('frame/forget', undefined).catch(reportFault)
}

function keepFrame(): void {
  const shell = document.querySelector('#root [data-shell]')
  const place = placeNow()
  if (place.screen !== 'week' || shell === null || !isAtRest()) return
  const start = weekStart(place.start, planNow().practice.settings.firstWeekday)
  const { rev } = planStore.getState()
  const picture = JSON.stringify(pictureOf(shell))
  const about = `${rev} ${start} ${window.innerWidth} ${window.innerHeight} ${picture}`
  if (about === kept) return
  kept = about
  bridge.request('frame/keep', { rev, start, picture }).catch(reportFault)
}

/** Nothing is on the screen that a start would not show. */
function isAtRest(): boolean {
  const { status, pending, readOnly, complete, notices, save } = planStore.getState()
  const { editing, proposal, carrying, question, planning, breakdown, selected, outlined } =
    weekStore.getState()
  const isPlain = [editing, proposal, carrying, question, planning, breakdown].every((one) => one === null)
  return (
    status === 'open' &&
    complete &&
    !readOnly &&
    pending.length === 0 &&
    notices.length === 0 &&
    save.state === 'saved' &&
    isPlain &&
    selected.size === 0 &&
    outlined.length === 0 &&
    document.visibilityState === 'visible' &&
    document.querySelector('#root [data-no-frame], [role="dialog"], [role="alertdialog"]') === null
  )
}
