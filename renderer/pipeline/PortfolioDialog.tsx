import { useMemo, useState } from 'react'
import { type Closed, closedEngagements } from '../../shared/pipeline/outcomes.ts'
import { PaperLanguage } from '../../shared/plan/fields.ts'
import { bridge } from '../state/bridge.ts'
import { useKeptForm } from '../state/keptForm.ts'
import { usePlan } from '../state/plan.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { languageNow, useFormat, useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Pipeline.module.css'

interface PortfolioForm {
  readonly heading: string
  readonly language: PaperLanguage
  readonly showClients: boolean
  /** Engagements that are left out. */
  readonly without: readonly string[]
}

/** Chooses what the portfolio of outcomes tells, and saves it as PDF or as a page of HTML. */
export function PortfolioDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().pipeline
  const plan = usePlan((whole) => whole)
  const told = useMemo(() => closedEngagements(plan).filter(isTold), [plan])
  const { form, set } = useKeptForm<PortfolioForm>('portfolio', () => ({
    heading: wordsNow().pipeline.headingDefault,
    language: languageNow(),
    showClients: true,
    without: told
      .filter(({ outcome }) => outcome?.result.trim() === '')
      .map(({ engagement }) => engagement.id),
  }))
  const [isSaving, setSaving] = useState(false)
  const { heading, language, showClients, without } = form
  const ids = told.map(({ engagement }) => engagement.id).filter((id) => !without.includes(id))
  const save = async (as: 'pdf' | 'html') => {
    setSaving(true)
    await savePdfOf(() =>
      bridge.request('portfolio/save', { as, ids, heading: heading.trim(), language, showClients }),
    )
    setSaving(false)
  }
  const isReady = ids.length > 0 && heading.trim() !== '' && !isSaving
  return (
    <Dialog
      title={words.portfolioTitle}
      isOpen
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button isDisabled={!isReady} onPress={() => void save('html')}>
            {words.saveHtml}
          </Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void save('pdf')}>
            {words.savePdf}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{told.length === 0 ? words.nothingToTell : words.portfolioHelp}</p>
        <TextField
          label={words.heading}
          value={heading}
          maxLength={500}
          onChange={(text) => set({ heading: text })}
        />
        <LanguageField value={language} onChange={(chosen) => set({ language: chosen })} />
        <Checkbox
          label={words.showClients}
          description={words.showClientsHelp}
          isSelected={showClients}
          onChange={(shown) => set({ showClients: shown })}
        />
        <Choice
          told={told}
          without={without}
          hidesClients={!showClients}
          onChange={(left) => set({ without: left })}
        />
      </div>
    </Dialog>
  )
}

/** A lost prospect is nobody's achievement. */
function isTold({ outcome }: Closed): boolean {
  return outcome !== null && outcome.kind !== 'lost'
}

function LanguageField({
  value,
  onChange,
}: {
  readonly value: PaperLanguage
  readonly onChange: (language: PaperLanguage) => void
}) {
  const words = useWords().clients
  return (
    <Select
      label={words.language}
      options={PaperLanguage.options.map((id) => ({ id, label: words.languages[id] }))}
      value={value}
      onChange={(id) => onChange(PaperLanguage.catch(value).parse(id))}
    />
  )
}

interface ChoiceProps {
  readonly told: readonly Closed[]
  readonly without: readonly string[]
  readonly hidesClients: boolean
  readonly onChange: (without: readonly string[]) => void
}

function Choice({ told, without, hidesClients, onChange }: ChoiceProps) {
  const words = useWords().pipeline
  const format = useFormat()
  if (told.length === 0) return null
  const chosen = told.filter(({ engagement }) => !without.includes(engagement.id))
  return (
    <fieldset className={styles.choice}>
      <legend>{words.choose}</legend>
      {told.map(({ engagement: { id, name }, client, on, outcome }) => (
        <Checkbox
          key={id}
          label={`${client.name} · ${name}`}
          description={[
            on === null ? '' : format.month(on),
            outcome?.result.trim() === '' ? words.noResult : '',
            hidesClients && tells(`${name} ${outcome?.result}`, client.name) ? words.namesClient : '',
          ]
            .filter((text) => text !== '')
            .join(' · ')}
          isSelected={!without.includes(id)}
          onChange={(isChosen) =>
            onChange(isChosen ? without.filter((other) => other !== id) : [...without, id])
          }
        />
      ))}
      {chosen.length === 0 ? <p role="status">{words.noneChosen}</p> : null}
    </fieldset>
  )
}

/** Whether a text names a client by its name, or by the first word of it. */
function tells(text: string, name: string): boolean {
  const [first = ''] = name.split(/\s+/)
  const folded = text.toLowerCase()
  return folded.includes(name.toLowerCase()) || (first.length > 3 && folded.includes(first.toLowerCase()))
}
