import { startTour } from '../help/tour.ts'
import { openOverlay } from '../shell/overlays.ts'
import type { Action } from './action.ts'

const always = () => true

/** What explains the app: help, the tour, the keys. */
export const helpActions: readonly Action[] = [
  {
    id: 'help',
    group: 'app',
    label: (words) => words.app.actions.help,
    keys: ['f1'],
    enabled: always,
    inText: true,
    run: () => openOverlay('help'),
  },
  {
    id: 'tour',
    group: 'app',
    label: (words) => words.app.actions.tour,
    keys: [],
    enabled: always,
    run: startTour,
  },
  {
    id: 'shortcuts',
    group: 'app',
    label: (words) => words.app.actions.shortcuts,
    keys: ['?'],
    enabled: always,
    run: () => openOverlay('shortcuts'),
  },
]
