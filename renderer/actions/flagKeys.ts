import type { Flag } from '../../shared/capacity/flags/flag.ts'
import type { Words } from '../../shared/words/words.ts'
import { attentionStore } from '../attention/attentionStore.ts'
import { cardHasFocus, flagInHand, stepCard } from '../attention/cardFocus.ts'
import { applyBest, flagOfKey, proofOf, prove, show } from '../attention/flagActions.ts'
import { todayNow } from '../state/clock.ts'
import { go, placeNow, weekPlace } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import { viewNow } from '../week/capacityNow.ts'
import { showAttention, weekStore } from '../week/weekStore.ts'
import { askWhy, canAskWhy } from '../why/whyStore.ts'
import type { Action } from './action.ts'
import type { Keys } from './keys.ts'

/** The actions on flags: going through them, and what is done with the one whose card has the focus. */
export const flagActions: readonly Action[] = [
  {
    id: 'attention.thisWeek',
    group: 'attention',
    label: (words) => words.attention.actions.thisWeek,
    keys: [],
    enabled: () => true,
    run: () => {
      const present = weekPlace(todayNow())
      const isThere = shownWeek() === present.start
      if (!isThere) go(present)
      showPanel(isThere)
    },
  },
  step('next', 1, ['j']),
  step('previous', -1, ['k']),
  onFlag(
    'fix',
    ['enter'],
    (flag) => void applyBest(flag),
    (flag) => mayChange(flag) && cardHasFocus(),
  ),
  onFlag('proof', ['p'], prove, (flag) => proofOf(flag) !== null),
  {
    id: 'attention.why',
    group: 'attention',
    label: (words) => words.attention.actions.why,
    keys: [],
    enabled: () => whyFlagNow() !== null,
    run: () => {
      const flag = whyFlagNow()
      if (flag !== null) askWhy(flag)
    },
  },
  onFlag('show', ['s'], show, () => true),
  onFlag(
    'accept',
    ['e'],
    (flag) => attentionStore.setState({ open: { key: flag.key, what: 'accept' } }),
    mayChange,
  ),
]

function step(name: 'next' | 'previous', by: 1 | -1, keys: readonly Keys[]): Action {
  return {
    id: `attention.${name}`,
    group: 'attention',
    label: (words) => words.attention.actions[name],
    keys,
    enabled: () => placeNow().screen === 'week',
    run: () => {
      if (weekStore.getState().attentionShown) stepCard(by)
      else showPanel(false)
    },
  }
}

function onFlag(
  name: Exclude<keyof Words['attention']['actions'], 'next' | 'previous' | 'thisWeek' | 'why'>,
  keys: readonly Keys[],
  run: (flag: Flag) => void,
  allowed: (flag: Flag) => boolean,
): Action {
  const flagNow = () => flagOfKey(flagInHand())
  return {
    id: `attention.${name}`,
    group: 'attention',
    label: (words) => words.attention.actions[name],
    keys,
    enabled: () => {
      const flag = flagNow()
      return flag !== null && allowed(flag)
    },
    run: () => {
      const flag = flagNow()
      if (flag !== null) run(flag)
    },
  }
}

/** The flag that the past is asked about: the one whose card has the focus, the week's own, or else the first that can be. */
function whyFlagNow(): Flag | null {
  if (placeNow().screen !== 'week') return null
  const inHand = flagOfKey(flagInHand())
  if (inHand !== null && canAskWhy(inHand)) return inHand
  const open = viewNow().flags.filter((flag) => flag.accepted === null && canAskWhy(flag))
  return open.find(({ code }) => code === 'week-over') ?? open[0] ?? null
}

/** Shows the panel; its first card takes the focus, at once where the week's cards are drawn already. */
function showPanel(isDrawn: boolean): void {
  const wasShown = weekStore.getState().attentionShown
  showAttention(true)
  if (!(isDrawn && wasShown && stepCard('first'))) attentionStore.setState({ wantsFocus: true })
}

function shownWeek(): string | null {
  const place = placeNow()
  return place.screen === 'week' ? place.start : null
}

function mayChange(flag: Flag): boolean {
  return !planStore.getState().readOnly && flag.accepted === null
}
