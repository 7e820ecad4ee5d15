import type { Booking } from '../../../shared/capacity/weekView.ts'
import { type WallClock, wallDay } from '../../../shared/time/wallClock.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { newId } from '../../state/clock.ts'
import { planNow } from '../../state/plan.ts'
import { planStore } from '../../state/planStore.ts'
import { formatNow } from '../../state/words.ts'
import { viewNow } from '../capacityNow.ts'
import type { DragState, Grip, Target } from '../drag/machine.ts'
import { proposing } from '../drag/proposing.ts'
import type { DragActs } from '../drag/useDrag.ts'
import { isCopying } from '../dragActs.ts'
import { clientOf, reshapeCommand, startFromHome } from '../edits.ts'
import { FINE_STEP } from '../freeStart.ts'
import { cellOfMoment } from '../gridKeys.ts'
import { movesToStart } from '../moves.ts'
import { bookingOf, draftProposal, movesProposal, proposed } from '../proposals.ts'
import { carryOut, homeStart, rangeOf, resize } from '../sessionActions.ts'
import { edit, type Proposal, weekStore } from '../weekStore.ts'
import { spanAt } from './aim.ts'
import { calendarGrip, measureColumns, placeOfWall } from './calendarDom.ts'

type Span = Extract<Target, { kind: 'span' }>

const outcome = proposing(proposalOf)

/** What a drag over the calendar proposes while it goes on, and does when it is dropped. */
export const calendarActs: DragActs = {
  gripAt: (element, event) => (planStore.getState().readOnly ? null : calendarGrip(element, event)),
  aim: (grid, corner) => {
    const columns = measureColumns(grid, corner)
    return (grip, from, at, fine) => spanAt(columns, grip, from, at, fine)
  },
  copies: isCopying,
  changed: (state) => {
    if (state.phase === 'dragging') {
      outcome.propose(state)
      return
    }
    outcome.end()
    if (state.phase === 'dropped') drop(state)
  },
}

function proposalOf({ grip, target, copy }: Extract<DragState, { phase: 'dragging' }>): Proposal | null {
  if (target?.kind === 'span' && grip.kind === 'draw') {
    const day = wallDay(target.from)
    return draftProposal([day], cellOfMoment(day), lengthOf(target), target.from)
  }
  const booking = heldBy(grip)
  if (booking === undefined) return null
  const clientId = clientOf(planNow(), booking.occurrence.engagementId)
  if (target?.kind === 'start')
    return movesProposal(movesToStart(booking, target.start), { clientId, day: wallDay(target.start) }, copy)
  if (target?.kind !== 'span' || grip.kind !== 'stretch') return null
  const { occurrence } = booking
  const shape = shapeOf(booking, grip, target)
  const command = reshapeCommand(planNow(), occurrence, shape, 'this', newId())
  const home = homeStart(occurrence, shape)
  const label = `${rangeOf(home, shape.minutes)} · ${formatNow().duration(shape.minutes)}`
  return command === null
    ? null
    : proposed(command, [{ clientId, day: wallDay(home) }], label, [occurrence.key])
}

function drop({ grip, target, copy }: Extract<DragState, { phase: 'dropped' }>): void {
  if (target.kind === 'span' && grip.kind === 'draw') {
    const day = wallDay(target.from)
    const moment = placeOfWall(target.from)
    if (moment !== null) weekStore.setState({ moment })
    edit({
      kind: 'create',
      cell: cellOfMoment(day),
      days: [day],
      minutes: lengthOf(target),
      start: target.from,
    })
    return
  }
  const booking = heldBy(grip)
  if (booking === undefined) return
  if (target.kind === 'start') void carryOut(movesToStart(booking, target.start), copy)
  else if (target.kind === 'span' && grip.kind === 'stretch') {
    const { start, minutes } = shapeOf(booking, grip, target)
    void resize(booking.occurrence, minutes, start)
  }
}

function heldBy(grip: Grip): Booking | undefined {
  return grip.kind === 'carry' || grip.kind === 'stretch'
    ? bookingOf(viewNow(), grip.key, grip.day)
    : undefined
}

/** Elapsed minutes of a stretch of the home zone's clocks. */
function lengthOf({ from, to }: Span): number {
  const zone = planNow().practice.settings.homeZone
  return Math.max(FINE_STEP, toEpochMinute(to, zone) - toEpochMinute(from, zone))
}

/** The start, on the session's own clocks, and the length that an end drawn elsewhere gives a session. */
function shapeOf(
  { occurrence, start, end }: Booking,
  { edge }: Extract<Grip, { kind: 'stretch' }>,
  { from, to }: Span,
): { readonly start: WallClock; readonly minutes: number } {
  const zone = planNow().practice.settings.homeZone
  if (edge === 'end')
    return { start: occurrence.start, minutes: Math.max(FINE_STEP, toEpochMinute(to, zone) - start) }
  return {
    start: startFromHome(from, zone, occurrence.zone),
    minutes: Math.max(FINE_STEP, end - toEpochMinute(from, zone)),
  }
}
