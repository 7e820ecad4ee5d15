import { useEffect, useRef, useState } from 'react'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import type { Scenario } from '../../../shared/plan/scenario.ts'
import type { Ahead } from '../../../shared/revenue/forecast.ts'
import { prospectViews } from '../../../shared/scenario/prospects.ts'
import { usePlan } from '../../state/plan.ts'
import { planStore } from '../../state/planStore.ts'
import { useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { ScenarioDialog } from './ScenarioDialog.tsx'
import { type ChangeKind, changeKinds } from './scenarioForm.ts'
import { useOutlooks } from './useOutlooks.ts'
import styles from './WhatIf.module.css'
import { WhatIfTable } from './WhatIfTable.tsx'
import { countProspects, focusTaken, scenariosOf, showWhatIf, useWhatIf } from './whatIfStore.ts'

interface PaneProps {
  readonly ahead: Ahead
  readonly context: CapacityContext
}

type Open =
  | { readonly kind: 'form'; readonly of: Scenario | ChangeKind }
  | { readonly kind: 'adopt'; readonly scenario: Scenario }

/** What if: scenarios to switch on over the horizon, held side by side with the plan as it is. */
export function WhatIfPane({ ahead, context }: PaneProps) {
  const words = useWords().whatIf
  const plan = usePlan((whole) => whole)
  const { on, prospects } = useWhatIf()
  const outlooks = useOutlooks(plan, on, prospects, ahead, context)
  const [open, setOpen] = useState<Open | null>(null)
  const begin = (kind: ChangeKind) => setOpen({ kind: 'form', of: kind })
  const close = () => setOpen(null)
  const isEmpty = Object.keys(plan.practice.scenarios).length === 0
  return (
    <section className={styles.pane} aria-labelledby="what-if">
      <Head onNew={begin} />
      <div className={styles.body}>
        <WhatIfTable
          outlooks={outlooks}
          on={on}
          onEdit={(scenario) => setOpen({ kind: 'form', of: scenario })}
          onAdopt={(scenario) => setOpen({ kind: 'adopt', scenario })}
        />
        {isEmpty ? (
          <div className={styles.empty}>
            <p>
              <b>{words.empty}</b>
            </p>
            <p>{words.emptyText}</p>
            <div>
              {changeKinds.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  isDisabled={planStore.getState().readOnly}
                  onPress={() => begin(kind)}
                >
                  {words.starts[kind]}
                </Button>
              ))}
            </div>
          </div>
        ) : null}
      </div>
      {open?.kind === 'form' ? <ScenarioDialog of={open.of} onClose={close} /> : null}
      {open?.kind === 'adopt' ? (
        <AdoptDialog scenario={open.scenario} ahead={ahead} context={context} onClose={close} />
      ) : null}
    </section>
  )
}

function Head({ onNew }: { readonly onNew: (kind: ChangeKind) => void }) {
  const words = useWords().whatIf
  const { prospects, wantsFocus } = useWhatIf()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!wantsFocus) return
    first.current?.focus()
    focusTaken()
  }, [wantsFocus])
  return (
    <header className={styles.head}>
      <h2 id="what-if">{words.title}</h2>
      <Shows />
      <span className={styles.prospects} title={words.viewsHelp[prospects]}>
        <span aria-hidden="true">{words.prospects}</span>
        <Segmented
          label={words.prospects}
          value={prospects}
          options={prospectViews.map((id) => ({ id, name: words.views[id] }))}
          onChange={countProspects}
        />
      </span>
      <Menu
        label={words.new}
        button={
          <Button ref={first} icon="plus" isDisabled={planStore.getState().readOnly}>
            {words.new}
          </Button>
        }
        lines={changeKinds.map((kind) => ({ id: kind, label: words.starts[kind], run: () => onNew(kind) }))}
      />
      <IconButton icon="close" variant="quiet" label={words.close} onPress={() => showWhatIf(false)} />
    </header>
  )
}

/** Scenarios that are named before they are counted. */
const MOST_NAMED = 2

/** Whether the horizon shows the plan or what would be: nobody takes one for the other. */
function Shows() {
  const words = useWords().whatIf
  const { on, prospects } = useWhatIf()
  const plan = usePlan((whole) => whole)
  const names = scenariosOf(plan).flatMap(({ id, name }) => (on.includes(id) ? [name] : []))
  const told = names.length > MOST_NAMED ? [words.several(names.length)] : names
  const all = prospects === 'none' ? told : [...told, words.showsProspects[prospects]]
  const isPlan = all.length === 0
  return (
    <p role="status" className={styles.shows} data-what-if={!isPlan || undefined}>
      {isPlan ? words.shows : words.showsWhat(words.and(all))}
    </p>
  )
}
