import { type Carrying, type Proposal, weekStore } from '../weekStore.ts'
import type { DragState } from './machine.ts'
import { paced } from './paced.ts'

type Dragging = Extract<DragState, { phase: 'dragging' }>

/** What a drag shows while it goes on. */
export interface Proposing {
  /** Shows what is carried, and what would be if it were dropped here; in passing, as often as that costs little. */
  readonly propose: (state: Dragging) => void
  /** Takes all of it away. */
  readonly end: () => void
}

/** Shows the outcomes that `proposalOf` finds. A target that the pointer only passes may be left out, one it rests on never is. */
export function proposing(proposalOf: (state: Dragging) => Proposal | null): Proposing {
  const outcomes = paced((state: Dragging) =>
    weekStore.setState({ carrying: carryingOf(state), proposal: proposalOf(state) }),
  )
  return {
    propose: (state) => {
      outcomes.want(state)
      const carrying = carryingOf(state)
      if (carrying !== weekStore.getState().carrying) weekStore.setState({ carrying })
    },
    end: () => {
      outcomes.rest()
      weekStore.setState({ carrying: null, proposal: null })
    },
  }
}

/** What the pointer carries: the session taken hold of, and what is selected with it. The same as long as it is the same. */
function carryingOf(state: Dragging): Carrying {
  const carrying = newCarrying(state)
  const known = weekStore.getState().carrying
  return known?.key === carrying.key && known.kind === carrying.kind && known.copy === carrying.copy
    ? known
    : carrying
}

function newCarrying({ grip, copy }: Dragging): Carrying {
  switch (grip.kind) {
    case 'create':
    case 'draw':
      return { kind: 'create', key: null, keys: [], copy: false }
    case 'resize':
    case 'stretch':
      return { kind: 'resize', key: grip.key, keys: [grip.key], copy: false }
    default: {
      const { selected } = weekStore.getState()
      return { kind: 'move', key: grip.key, keys: selected.has(grip.key) ? [...selected] : [grip.key], copy }
    }
  }
}
