import { useState } from 'react'
import { type CalendarRule, ruleSigns } from '../../shared/plan/calendarRule.ts'
import { newId } from '../state/clock.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { OWN_BUSINESS } from './engagementOptions.ts'
import styles from './ImportDialog.module.css'

interface ImportRulesProps {
  readonly rules: readonly CalendarRule[]
  readonly engagements: readonly Option[]
  readonly onChange: (rules: readonly CalendarRule[]) => void
}

/** The rules by which events find their engagement: kept with the import, looked at and changed before it. */
export function ImportRules({ rules, engagements, onChange }: ImportRulesProps) {
  const { rules: words } = useWords().calendar
  const [isOpen, setOpen] = useState(false)
  const add = () => onChange([...rules, { id: newId(), by: 'title', text: '', engagementId: null }])
  const put = (rule: CalendarRule) => onChange(rules.map((known) => (known.id === rule.id ? rule : known)))
  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.title(rules.length)}</summary>
      {isOpen ? (
        <div className={styles.rules}>
          <p className={styles.quiet}>{words.help}</p>
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              name={words.of(at + 1)}
              rule={rule}
              engagements={engagements}
              onChange={put}
              onRemove={() => onChange(rules.filter(({ id }) => id !== rule.id))}
            />
          ))}
          <div>
            <Button size="small" onPress={add}>
              {words.add}
            </Button>
          </div>
        </div>
      ) : null}
    </details>
  )
}

interface RuleRowProps {
  readonly name: string
  readonly rule: CalendarRule
  readonly engagements: readonly Option[]
  readonly onChange: (rule: CalendarRule) => void
  readonly onRemove: () => void
}

function RuleRow({ name, rule, engagements, onChange, onRemove }: RuleRowProps) {
  const { rules: words } = useWords().calendar
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className={styles.rule} role="group" aria-label={name}>
      <Select
        label={words.by}
        options={ruleSigns.map((id) => ({ id, label: words.signs[id] }))}
        value={rule.by}
        onChange={(id) => onChange({ ...rule, by: ruleSigns.find((known) => known === id) ?? rule.by })}
      />
      <TextField label={words.text} value={rule.text} onChange={(text) => onChange({ ...rule, text })} />
      <Select
        label={words.engagement}
        options={engagements}
        value={rule.engagementId ?? OWN_BUSINESS}
        onChange={(id) => onChange({ ...rule, engagementId: id === OWN_BUSINESS ? null : id })}
      />
      <IconButton
        icon="trash"
        size="small"
        variant="quiet"
        label={words.remove(rule.text)}
        onPress={onRemove}
      />
    </div>
  )
}
