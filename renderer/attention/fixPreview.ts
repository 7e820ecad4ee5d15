import type { Fix } from '../../shared/capacity/flags/flag.ts'
import { announce } from '../state/announce.ts'
import { planStore } from '../state/planStore.ts'
import { fixProposal } from '../week/proposals.ts'
import { weekStore } from '../week/weekStore.ts'

let stopFollowing: () => void = () => {}

/**
 * Shows on the grid what a fix would do, until it is left. An edit that is under way is not disturbed. Where the
 * keyboard came to it, its outcome is read out.
 */
export function lookAtFix(fix: Fix, isSpoken: boolean): void {
  const { editing, carrying, question, planning } = weekStore.getState()
  if (editing !== null || carrying !== null || question !== null || planning !== null) return
  leaveFix()
  const proposal = fixProposal(fix.command)
  weekStore.setState({ proposal })
  if (isSpoken && proposal !== null && proposal.line.text !== '') announce(proposal.line.text)
  // A fix was proved for the plan as it is: what is shown must not outlive it.
  stopFollowing = planStore.subscribe((state, before) => {
    if (state.plan !== before.plan) leaveFix()
  })
}

/** Shows the week as it is again. */
export function leaveFix(): void {
  stopFollowing()
  stopFollowing = () => {}
  if (weekStore.getState().proposal?.touched !== undefined) weekStore.setState({ proposal: null })
}
