import { useState } from 'react'
import { Scenario, ScenarioChange } from '../../../shared/plan/scenario.ts'
import dialog from '../../clients/Dialogs.module.css'
import { FormDialog } from '../../clients/FormDialog.tsx'
import { newId, useToday } from '../../state/clock.ts'
import { useKeptForm } from '../../state/keptForm.ts'
import { planNow, usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChangeFields } from './ChangeFields.tsx'
import { changeText, changeTexts } from './changeText.ts'
import { deleteScenario, saveScenario } from './scenarioActs.ts'
import {
  type ChangeForm,
  type ChangeKind,
  changeKinds,
  changeOf,
  newChange,
  type ScenarioForm,
  scenarioForm,
} from './scenarioForm.ts'

/** The most changes of a scenario, and characters of a name that is made from them. */
const MOST_CHANGES = 20
const LONGEST_NAME = 200

interface DialogProps {
  /** A scenario, or the kind of change that a new one begins with. */
  readonly of: Scenario | ChangeKind
  readonly onClose: () => void
}

/** Makes or edits a scenario from plain choices. What is wrong is said at its field. */
export function ScenarioDialog({ of, onClose }: DialogProps) {
  const words = useWords().whatIf
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const isNew = typeof of === 'string'
  const textOf = useText()
  const kept = useKeptForm<ScenarioForm>(isNew ? `scenario new ${of}` : `scenario ${of.id}`, () => {
    const form = scenarioForm(plan, of, today, newId)
    // A name that was made from the changes follows them.
    return !isNew && textOf.scenario(of) === of.name ? { ...form, name: '' } : form
  })
  const { form, set } = kept
  const [id] = useState(() => (isNew ? newId() : of.id))
  const changes = form.changes.map(changeOf)
  const made = textOf.changes(changes.flatMap((change) => ScenarioChange.safeParse(change).data ?? []))
  const result = Scenario.safeParse({
    id,
    name: form.name.trim() === '' ? made : form.name.trim(),
    changes,
    order: isNew ? nextOrder() : of.order,
  })
  const setChange = (index: number, change: Partial<ChangeForm>) =>
    set({ changes: form.changes.map((other, i) => (i === index ? { ...other, ...change } : other)) })
  const finish = () => {
    kept.discard()
    onClose()
  }
  const save = async () => {
    if (result.success && (await saveScenario(result.data, isNew))) finish()
  }
  const remove = async () => {
    if (!isNew && (await deleteScenario(of))) finish()
  }
  return (
    <FormDialog
      title={isNew ? words.form.new : of.name}
      isNew={isNew}
      isValid={result.success}
      kept={kept}
      onSave={() => void save()}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <div className={dialog.wide}>
        <TextField
          label={words.form.name}
          description={words.form.nameHelp}
          value={form.name}
          maxLength={LONGEST_NAME}
          placeholder={made}
          onChange={(name) => set({ name })}
        />
      </div>
      {form.changes.map((change, index) => (
        <ChangeFields
          key={change.key}
          number={index + 1}
          change={change}
          issues={(result.error?.issues ?? []).filter(
            ({ path }) => path[0] === 'changes' && path[1] === index,
          )}
          isFirst={isNew && index === 0}
          onChange={(changed) => setChange(index, changed)}
          onRemove={
            form.changes.length === 1
              ? null
              : () => set({ changes: form.changes.filter(({ key }) => key !== change.key) })
          }
        />
      ))}
      {form.changes.length >= MOST_CHANGES ? null : (
        <div className={dialog.wide}>
          <Menu
            label={words.form.add}
            button={
              <Button size="small" icon="plus">
                {words.form.add}
              </Button>
            }
            lines={changeKinds.map((kind) => ({
              id: kind,
              label: words.kinds[kind],
              run: () => set({ changes: [...form.changes, newChange(plan, kind, today, newId())] }),
            }))}
          />
        </div>
      )}
    </FormDialog>
  )
}

function nextOrder(): number {
  return Math.max(0, ...Object.values(planNow().practice.scenarios).map(({ order }) => order)) + 1
}

/** What changes would be, in one line that can be a name. */
function useText() {
  const words = useWords().whatIf
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const joined = (texts: readonly string[]) => texts.join('; ').slice(0, LONGEST_NAME)
  return {
    changes: (changes: readonly ScenarioChange[]) =>
      joined(changes.map((change) => changeText(plan, change, words, format))),
    scenario: (scenario: Scenario) =>
      joined(changeTexts(plan, scenario, words, format).map(({ text }) => text)),
  }
}
