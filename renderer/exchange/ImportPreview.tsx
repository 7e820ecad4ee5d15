import { useDeferredValue, useMemo, useState } from 'react'
import type { CalendarRead } from '../../shared/exchange/calendarFile.ts'
import { type ImportProposal, importCommand, proposeImport } from '../../shared/exchange/importProposal.ts'
import { type ImportChoices, noChoices } from '../../shared/exchange/importShape.ts'
import type { Words } from '../../shared/words/words.ts'
import { newId, useToday } from '../state/clock.ts'
import { execute, undo, usePlan } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { engagementOptions } from './engagementOptions.ts'
import styles from './ImportDialog.module.css'
import { ImportProblems } from './ImportNotices.tsx'
import { ImportRules } from './ImportRules.tsx'
import { ImportTable, type RowChoices } from './ImportTable.tsx'
import { ImportZones } from './ImportZones.tsx'
import { type ImportRow, rowsOf } from './importRows.ts'

interface ImportPreviewProps {
  /** The file's name. */
  readonly name: string
  readonly calendar: CalendarRead
  readonly onClose: () => void
}

/** What an import would do, to be looked at and changed before anything is written. */
export function ImportPreview({ name, calendar, onClose }: ImportPreviewProps) {
  const { calendar: words } = useWords()
  const [choices, setChoices] = useState(noChoices)
  const proposal = useProposal(name, calendar, choices)
  const [isImporting, setImporting] = useState(false)
  const command = useMemo(() => importCommand(proposal), [proposal])
  const { counts } = proposal
  const count =
    counts.new + counts.changed + counts.removed + (choices.removeVanished ? proposal.vanished : 0)
  const run = async () => {
    if (command === null || isImporting) return
    setImporting(true)
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
          <Button variant="primary" isDisabled={command === null || isImporting} onPress={() => void run()}>
            {importLabel(words, command !== null, count)}
          </Button>
        </>
      }
    >
      <Summary name={name} calendar={calendar} proposal={proposal} />
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
      <Items proposal={proposal} rules={choices.rules} onChange={setChoices} />
    </Dialog>
  )
}

function importLabel(words: Words['calendar'], isAny: boolean, count: number): string {
  if (!isAny) return words.nothingToImport
  return count === 0 ? words.keepRules : words.import(count)
}

function useProposal(name: string, calendar: CalendarRead, choices: ImportChoices): ImportProposal {
  const { calendar: words } = useWords()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  // A choice shows at once in its field; thousands of events are judged anew when there is time.
  const settled = useDeferredValue(choices)
  return useMemo(
    () =>
      proposeImport(plan, calendar, settled, {
        homeZone: plan.practice.settings.homeZone,
        today,
        newId,
        fileName: name.replace(/\.[A-Za-z]{3,4}$/, ''),
        untitled: words.untitled,
      }),
    [plan, calendar, settled, today, name, words],
  )
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

function Summary({
  name,
  calendar,
  proposal,
}: Omit<ImportPreviewProps, 'onClose'> & { readonly proposal: ImportProposal }) {
  const { calendar: words } = useWords()
  const { counts } = proposal
  if (calendar.events.length === 0)
    return <EmptyState icon="calendar" title={words.noEvents} text={words.noEventsText(calendar.others)} />
  if (counts.same > 0 && counts.same + counts.none === proposal.items.length)
    return <EmptyState icon="check" title={words.allSame} text={words.allSameText} />
  const parts = [
    [counts.new, words.newCount],
    [counts.changed, words.changedCount],
    [counts.removed, words.removedCount],
    [counts.same, words.sameCount],
    [counts.none, words.noneCount],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, say]) => say(count))
  return (
    <p className={styles.summary} role="status">
      <strong>{said.join(' · ')}</strong>
      <span className={styles.quiet}>{words.fromFile(name)}</span>
    </p>
  )
}

interface LimitsProps {
  readonly proposal: ImportProposal
  readonly choices: ImportChoices
  readonly onChange: (choices: ImportChoices) => void
}

function Limits({ proposal, choices, onChange }: LimitsProps) {
  const { calendar: words } = useWords()
  return (
    <div className={styles.limits}>
      <DateField
        label={words.from}
        description={words.fromHelp}
        day={choices.from}
        onChange={(from) => onChange({ ...choices, from })}
      />
      {proposal.vanished === 0 ? null : (
        <Checkbox
          label={words.removeVanished(proposal.vanished)}
          isSelected={choices.removeVanished}
          onChange={(removeVanished) => onChange({ ...choices, removeVanished })}
        />
      )}
    </div>
  )
}

interface ItemsProps {
  readonly proposal: ImportProposal
  readonly rules: ImportChoices['rules']
  readonly onChange: (change: (before: ImportChoices) => ImportChoices) => void
}

/** What is imported, and folded away what is not. */
function Items({ proposal, rules, onChange }: ItemsProps) {
  const { calendar: words } = useWords()
  const practice = usePlan((plan) => plan.practice)
  const engagements = useMemo(() => engagementOptions(practice, words.ownBusiness), [practice, words])
  const known = useMemo(() => rules ?? Object.values(practice.calendarRules), [rules, practice])
  const rows = useMemo(() => rowsOf(proposal.items), [proposal])
  const choices: RowChoices = {
    becomes: (row, becomes) =>
      onChange((before) => ({ ...before, becomes: forAll(before.becomes, row, becomes) })),
    engagement: (row, id) =>
      onChange((before) => ({ ...before, engagements: forAll(before.engagements, row, id) })),
    keep: (row, rule) =>
      onChange((before) => ({
        ...before,
        rules: [...known, { id: newId(), engagementId: row.first.engagementId, ...rule }],
        // From here on the rule says it, for these too.
        engagements: without(before.engagements, row),
      })),
  }
  const countOf = (list: readonly ImportRow[]) => list.reduce((sum, { keys }) => sum + keys.length, 0)
  const folded = [
    { rows: rows.leftOut, label: words.leftOut(countOf(rows.leftOut)) },
    { rows: rows.same, label: words.alreadyHere(countOf(rows.same)) },
  ]
  return (
    <>
      {proposal.items.length === 0 ? null : (
        <ImportRules
          rules={known}
          engagements={engagements}
          onChange={(changed) => onChange((before) => ({ ...before, rules: changed }))}
        />
      )}
      <ImportTable
        label={proposal.calendar}
        calendar={proposal.calendar}
        rows={rows.active}
        engagements={engagements}
        choices={choices}
      />
      {folded.map((part) =>
        part.rows.length === 0 ? null : (
          <Folded key={part.label} label={part.label}>
            {() => (
              <ImportTable
                label={part.label}
                calendar={proposal.calendar}
                rows={part.rows}
                engagements={engagements}
                choices={choices}
              />
            )}
          </Folded>
        ),
      )}
    </>
  )
}

/** Details that are drawn only when they are opened. */
function Folded({ label, children }: { readonly label: string; readonly children: () => React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.details} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen ? children() : null}
    </details>
  )
}

function forAll<V>(
  before: Readonly<Record<string, V>>,
  row: ImportRow,
  value: V,
): Readonly<Record<string, V>> {
  return { ...before, ...Object.fromEntries(row.keys.map((key) => [key, value])) }
}

function without<V>(before: Readonly<Record<string, V>>, row: ImportRow): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(before).filter(([key]) => !row.keys.includes(key)))
}
