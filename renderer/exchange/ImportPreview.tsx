import { useMemo, useState } from 'react'
import type { CalendarRead } from '../../shared/exchange/calendarFile.ts'
import { type ImportProposal, importCommand } from '../../shared/exchange/importProposal.ts'
import { type ImportChoices, noChoices } from '../../shared/exchange/importShape.ts'
import type { Words } from '../../shared/words/words.ts'
import { execute, undo } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ImportDialog.module.css'
import { ImportItems } from './ImportItems.tsx'
import { ImportJudging, ImportProblems } from './ImportNotices.tsx'
import { ImportSummary } from './ImportSummary.tsx'
import { ImportZones } from './ImportZones.tsx'
import { type Judged, useProposal } from './useProposal.ts'

interface ImportPreviewProps {
  /** The file's name. */
  readonly name: string
  readonly calendar: CalendarRead
  readonly onClose: () => void
}

/** What an import would do, to be looked at and changed before anything is written. */
export function ImportPreview({ name, calendar, onClose }: ImportPreviewProps) {
  const [choices, setChoices] = useState(noChoices)
  const [isImporting, setImporting] = useState(false)
  const { judged, part } = useProposal(name, calendar, choices, isImporting)
  if (judged === null) return <ImportJudging name={name} part={part ?? 1} onClose={onClose} />
  return (
    <JudgedPreview
      name={name}
      calendar={calendar}
      choices={choices}
      judged={judged}
      part={part}
      isImporting={isImporting}
      setChoices={setChoices}
      setImporting={setImporting}
      onClose={onClose}
    />
  )
}

interface JudgedPreviewProps extends ImportPreviewProps {
  readonly choices: ImportChoices
  readonly judged: Judged
  /** How much of the judgement for the newest choices is done; null where it is there. */
  readonly part: number | null
  readonly isImporting: boolean
  readonly setChoices: (change: (before: ImportChoices) => ImportChoices) => void
  readonly setImporting: (isImporting: boolean) => void
}

function JudgedPreview(props: JudgedPreviewProps) {
  const { name, calendar, choices, judged, part, isImporting, setChoices, setImporting, onClose } = props
  const { calendar: words } = useWords()
  const { proposal, rows, range } = judged
  const command = useMemo(() => importCommand(proposal), [proposal])
  const { counts } = proposal
  const count =
    counts.new + counts.changed + counts.removed + (choices.removeVanished ? proposal.vanished : 0)
  const run = async () => {
    if (command === null || isImporting) return
    setImporting(true)
    await drawn()
    const reply = await execute(command)
    setImporting(false)
    if (!reply.ok) return
    onClose()
    tellImported(count, proposal.calendar)
  }
  return (
    <Dialog
      title={words.title(proposal.calendar)}
      isOpen
      size="wide"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={command === null || isImporting || part !== null}
            onPress={() => void run()}
          >
            {isImporting ? words.importing : importLabel(words, command !== null, count)}
          </Button>
        </>
      }
    >
      <ImportSummary name={name} calendar={calendar} proposal={proposal} range={range} part={part} />
      <ImportProblems problems={calendar.problems} />
      <ImportZones
        zones={proposal.zones}
        onChoose={(zone, id) =>
          setChoices((before) => ({ ...before, zones: { ...before.zones, [zone]: id } }))
        }
      />
      {calendar.events.length === 0 ? null : (
        <Limits proposal={proposal} choices={choices} onChange={setChoices} />
      )}
      <ImportItems proposal={proposal} rows={rows} rules={choices.rules} onChange={setChoices} />
    </Dialog>
  )
}

function importLabel(words: Words['calendar'], isAny: boolean, count: number): string {
  if (!isAny) return words.nothingToImport
  return count === 0 ? words.keepRules : words.import(count)
}

/** The word on the button is drawn before thousands of records are sent. */
function drawn(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

function tellImported(count: number, calendar: string): void {
  const { calendar: words } = wordsNow()
  toast({
    text: count === 0 ? words.rulesKept : words.imported(count, calendar),
    tone: 'done',
    action: { label: words.undo, run: () => void undo() },
    ofLastStep: true,
  })
}

interface LimitsProps {
  readonly proposal: ImportProposal
  readonly choices: ImportChoices
  readonly onChange: JudgedPreviewProps['setChoices']
}

function Limits({ proposal, choices, onChange }: LimitsProps) {
  const { calendar: words } = useWords()
  return (
    <div className={styles.limits}>
      <DateField
        label={words.from}
        description={words.fromHelp}
        day={choices.from}
        onChange={(from) => onChange((before) => ({ ...before, from }))}
      />
      {proposal.vanished === 0 ? null : (
        <Checkbox
          label={words.removeVanished(proposal.vanished)}
          isSelected={choices.removeVanished}
          onChange={(removeVanished) => onChange((before) => ({ ...before, removeVanished }))}
        />
      )}
    </div>
  )
}
