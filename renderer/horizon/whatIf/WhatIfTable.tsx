import type { Scenario } from '../../../shared/plan/scenario.ts'
import type { Outlook } from '../../../shared/scenario/outlook.ts'
import { usePlan } from '../../state/plan.ts'
import { planStore } from '../../state/planStore.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Checkbox.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { changeTexts } from './changeText.ts'
import { Figures } from './Figures.tsx'
import { deleteScenario } from './scenarioActs.ts'
import { type Line, type Outlooks, PLAN, TOGETHER } from './useOutlooks.ts'
import styles from './WhatIf.module.css'
import { switchScenario } from './whatIfStore.ts'

interface TableProps {
  readonly outlooks: Outlooks
  readonly on: readonly string[]
  readonly onEdit: (scenario: Scenario) => void
  readonly onAdopt: (scenario: Scenario) => void
}

/** The plan and the scenarios, a line each, held side by side. */
export function WhatIfTable({ outlooks, on, onEdit, onAdopt }: TableProps) {
  const words = useWords().whatIf
  const { lines, found, isBusy } = outlooks
  const base = found.get(PLAN)
  return (
    <table className={styles.table} aria-label={words.table} aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">{words.scenario}</th>
          <th scope="col" className={styles.figure} title={words.headroomHelp}>
            {words.headroom}
          </th>
          <th scope="col" className={styles.figure}>
            {words.tightest}
          </th>
          <th scope="col" className={styles.figure}>
            {words.weeksOver}
          </th>
          <th scope="col">{words.impossible}</th>
          <th scope="col" className={styles.figure} title={words.revenueHelp}>
            {words.revenue}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} data-on={on.includes(line.id) || line.id === TOGETHER || undefined}>
            <Name line={line} isOn={on.includes(line.id)} />
            <LineFigures outlook={found.get(line.id)} against={line.id === PLAN ? null : base} />
            <Acts line={line} onEdit={onEdit} onAdopt={onAdopt} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LineFigures({
  outlook,
  against,
}: {
  readonly outlook: Outlook | undefined
  readonly against: Outlook | null | undefined
}) {
  const words = useWords().whatIf
  if (outlook === undefined || against === undefined)
    return (
      <td colSpan={5} className={styles.quiet}>
        {words.computing}
      </td>
    )
  return <Figures outlook={outlook} against={against} />
}

/** The scenario of a line that is one scenario's own. */
function ownOf({ id, scenarios }: Line): Scenario | null {
  return id === PLAN || id === TOGETHER ? null : (scenarios[0] ?? null)
}

/** The switch with the name, and what it changes where its name does not say it. */
function Name({ line, isOn }: { readonly line: Line; readonly isOn: boolean }) {
  const words = useWords().whatIf
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const scenario = ownOf(line)
  if (scenario === null)
    return (
      <th scope="row" className={styles.plain}>
        {line.id === PLAN ? words.asItIs : words.together}
      </th>
    )
  const changes = changeTexts(plan, scenario, words, format)
    .map(({ text }) => text)
    .join('; ')
  return (
    <th scope="row">
      <Switch
        label={scenario.name}
        {...(changes === scenario.name ? {} : { description: changes })}
        isSelected={isOn}
        onChange={(isSelected) => switchScenario(scenario.id, isSelected)}
      />
    </th>
  )
}

function Acts({ line, onEdit, onAdopt }: Pick<TableProps, 'onEdit' | 'onAdopt'> & { readonly line: Line }) {
  const words = useWords().whatIf
  const scenario = ownOf(line)
  const isLocked = planStore.getState().readOnly
  if (scenario === null) return <td />
  return (
    <td>
      <span className={styles.acts}>
        <Button
          size="small"
          isDisabled={isLocked}
          aria-label={words.adoptOf(scenario.name)}
          onPress={() => onAdopt(scenario)}
        >
          {words.adopt}
        </Button>
        <Menu
          label={words.more(scenario.name)}
          button={
            <IconButton
              icon="more"
              size="small"
              variant="quiet"
              isDisabled={isLocked}
              label={words.more(scenario.name)}
            />
          }
          lines={[
            { id: 'edit', label: words.edit, run: () => onEdit(scenario) },
            {
              id: 'delete',
              label: words.delete,
              icon: 'trash',
              isDanger: true,
              run: () => void deleteScenario(scenario),
            },
          ]}
        />
      </span>
    </td>
  )
}
