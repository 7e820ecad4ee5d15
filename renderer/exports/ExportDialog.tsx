import { useMemo, useState } from 'react'
import { type CsvStyle, csvStyleNames } from '../../shared/exchange/csv/csvStyle.ts'
import { exportedExpenses } from '../../shared/exchange/csv/expenseCsv.ts'
import type { ExportRange } from '../../shared/exchange/csv/exportRange.ts'
import { exportedEntries } from '../../shared/exchange/csv/timeCsv.ts'
import { exportedCount } from '../../shared/exchange/ics/writeCalendar.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Words } from '../../shared/words/words.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { PeriodFields } from '../invoices/PeriodFields.tsx'
import { type Span, usualMonth } from '../invoices/periods.ts'
import { closeOverlay, closePanel } from '../shell/overlays.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './ExportDialog.module.css'
import { type ExportKind, exportKinds, useAskedExport } from './exportForm.ts'
import { type ExportAsked, saveExport } from './saveExport.ts'

/** Chooses what is saved as a file, of whom, of which days, and for whom it is written. */
export function ExportDialog() {
  const words = useWords()
  const own = words.exports.dialog
  const asked = useAskedExport()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const [kind, setKind] = useState<ExportKind>(asked.kind)
  const [chosen, setChosen] = useState<Id | null>(asked.clientId)
  const [span, setSpan] = useState<Span>(() => asked.span ?? usualMonth(today))
  const [style, setStyle] = useUsualStyle()
  const [unbilled, setUnbilled] = useState(false)
  const clients = clientOptions(plan.practice.clients)
  // A timesheet is for somebody: all clients are none of them.
  const clientId = chosen ?? (kind === 'sheet' ? (clients[0]?.id ?? null) : null)
  const range = { clientId, ...span }
  const count = useMemo(
    () => countOf(plan, kind, { clientId, ...span }, unbilled),
    [plan, kind, clientId, span, unbilled],
  )
  const save = async () => {
    const what = askedOf(kind, range, style, unbilled)
    if (what !== null && (await saveExport(what))) closePanel('export')
  }
  return (
    <Dialog
      title={own.title}
      isOpen
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{words.app.cancel}</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={() => void save()}>
            {own.save}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <div className={styles.wide}>
          <Select
            label={own.what}
            options={exportKinds.map((id) => ({ id, label: own.kinds[id] }))}
            value={kind}
            autoFocus
            onChange={(id) => setKind(exportKinds.find((known) => known === id) ?? kind)}
          />
        </div>
        <Select
          label={own.client}
          options={kind === 'sheet' ? clients : [{ id: ALL, label: own.all }, ...clients]}
          value={clientId ?? ALL}
          onChange={(id) => setChosen(id === ALL ? null : id)}
        />
        {kind === 'calendar' ? null : <PeriodFields span={span} onChange={setSpan} />}
        {kind === 'calendar' ? null : kind === 'sheet' ? (
          <div className={styles.wide}>
            <Checkbox label={own.unbilled} isSelected={unbilled} onChange={setUnbilled} />
          </div>
        ) : (
          <StyleField style={style} onChange={setStyle} />
        )}
      </div>
      <Found kind={kind} count={count} hasClients={clients.length > 0} />
    </Dialog>
  )
}

const ALL = 'all'

/** The style that a spreadsheet of the planner's own country reads, until another is chosen. */
function useUsualStyle(): readonly [CsvStyle, (style: CsvStyle) => void] {
  const format = useFormat()
  const [style, setStyle] = useState<CsvStyle | null>(null)
  return [style ?? (format.number(0.5, 1).includes(',') ? 'commaSheet' : 'sheet'), setStyle]
}

function countOf(plan: Plan, kind: ExportKind, range: ExportRange, unbilled: boolean): number {
  if (kind === 'calendar') return exportedCount(plan, range.clientId)
  if (range.from > range.to || (kind === 'sheet' && range.clientId === null)) return 0
  if (kind === 'expenses') return exportedExpenses(plan, range).length
  const entries = exportedEntries(plan, range)
  return kind === 'time' || unbilled ? entries.length : entries.filter(({ billable }) => billable).length
}

function askedOf(
  kind: ExportKind,
  range: ExportRange,
  style: CsvStyle,
  unbilled: boolean,
): ExportAsked | null {
  if (kind === 'calendar') return { kind, clientId: range.clientId }
  if (kind !== 'sheet') return { kind, range, style }
  const { clientId } = range
  return clientId === null ? null : { kind, range: { ...range, clientId }, unbilled }
}

interface StyleFieldProps {
  readonly style: CsvStyle
  readonly onChange: (style: CsvStyle) => void
}

function StyleField({ style, onChange }: StyleFieldProps) {
  const words = useWords().exports.dialog
  return (
    <div className={styles.wide}>
      <Select
        label={words.style}
        description={words.styleHelp[style]}
        options={csvStyleNames.map((id) => ({ id, label: words.styles[id] }))}
        value={style}
        onChange={(id) => onChange(csvStyleNames.find((known) => known === id) ?? style)}
      />
    </div>
  )
}

interface FoundProps {
  readonly kind: ExportKind
  readonly count: number
  readonly hasClients: boolean
}

/** How much there is to save. */
function Found({ kind, count, hasClients }: FoundProps) {
  const words = useWords().exports.dialog
  const text = count > 0 ? numberOf(words, kind, count) : emptyOf(words, kind, hasClients)
  return (
    <div className={styles.found}>
      <p role="status">{text}</p>
      {kind === 'sheet' ? null : <p>{kind === 'calendar' ? words.calendarHelp : words.formula}</p>}
    </div>
  )
}

type DialogWords = Words['exports']['dialog']

function numberOf(words: DialogWords, kind: ExportKind, count: number): string {
  if (kind === 'calendar') return words.sessions(count)
  return kind === 'expenses' ? words.expenses(count) : words.entries(count)
}

function emptyOf(words: DialogWords, kind: ExportKind, hasClients: boolean): string {
  if (kind === 'calendar') return words.noSessions
  return kind === 'sheet' && !hasClients ? words.noClients : words.nothing
}
