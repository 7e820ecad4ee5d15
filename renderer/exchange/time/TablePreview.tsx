import { useDeferredValue, useMemo, useState } from 'react'
import type { ReadingChoices, WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import {
  noWorkedChoices,
  proposeWorked,
  type WorkedChoices,
  type WorkedProposal,
} from '../../../shared/exchange/time/workedProposal.ts'
import { importCommand } from '../../../shared/exchange/time/workedWrites.ts'
import type { Words } from '../../../shared/words/words.ts'
import { newId, todayNow } from '../../state/clock.ts'
import { execute, planNow, undo, usePlan } from '../../state/plan.ts'
import { toast } from '../../state/toasts.ts'
import { formatNow, useFormat, useWords, wordsNow } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { rememberedTargets, rememberTargets } from './rememberedTargets.ts'
import { TableAssumptions } from './TableAssumptions.tsx'
import styles from './TableDialog.module.css'
import { TableMapping } from './TableMapping.tsx'
import { TableOptions } from './TableOptions.tsx'
import { TableProblems } from './TableProblems.tsx'
import { TableQuestions } from './TableQuestions.tsx'
import { TableRows } from './TableRows.tsx'
import { TableSummary } from './TableSummary.tsx'
import { unanswered } from './unanswered.ts'

interface TablePreviewProps {
  /** The file's name. */
  readonly name: string
  readonly read: WorkedRead
  readonly choices: ReadingChoices
  /** The rows are being read again. */
  readonly again: boolean
  readonly onClose: () => void
}

/** What an import of worked time would do, to be looked at and changed before anything is written. */
export function TablePreview({ name, read, choices: reading, again, onClose }: TablePreviewProps) {
  const all = useWords()
  const { timeImport: words, calendar } = all
  const [choices, setChoices] = useState(noWorkedChoices)
  const [remembered] = useState(rememberedTargets)
  const plan = usePlan((whole) => whole)
  // A choice shows at once in its field; a hundred thousand rows are judged anew when there is time.
  const settled = useDeferredValue(choices)
  const proposal = useMemo(
    () => proposeWorked(plan, read, settled, remembered),
    [plan, read, settled, remembered],
  )
  const [isImporting, setImporting] = useState(false)
  const format = useFormat()
  const waits = waitOf(all, read, proposal, choices)
  const run = async () => {
    setImporting(true)
    // The word on the button is drawn before thousands of entries are made.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const context = { newId, language: format.language, source: name, zone: reading.zone, today: todayNow() }
    const command = importCommand(planNow(), read, proposal, choices, context)
    const reply = command === null ? null : await execute(command)
    setImporting(false)
    if (reply === null || !reply.ok) return
    rememberTargets(proposal.groups)
    onClose()
    tellImported(proposal)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      size="wide"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          {waits === null ? null : <p className={styles.wait}>{waits}</p>}
          <Button onPress={onClose}>{calendar.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={waits !== null || again || isImporting || proposal.rows === 0}
            onPress={() => void run()}
          >
            {isImporting
              ? words.importing
              : proposal.rows === 0
                ? words.nothingToImport
                : words.import(proposal.rows)}
          </Button>
        </>
      }
    >
      <TableSummary name={name} again={again} read={read} proposal={proposal} />
      <TableQuestions read={read} choices={reading} />
      <TableMapping read={read} proposal={proposal} choices={choices} onChange={setChoices} />
      <TableOptions read={read} proposal={proposal} choices={choices} onChange={setChoices} />
      <TableAssumptions read={read} choices={reading} proposal={proposal} />
      <TableProblems problems={read.problems} />
      <TableRows read={read} />
    </Dialog>
  )
}

/** What must be said before anything can be imported; null where nothing must. */
function waitOf(
  { timeImport: words }: Words,
  read: WorkedRead,
  proposal: WorkedProposal,
  choices: WorkedChoices,
): string | null {
  const question = unanswered(read)[0]
  if (question !== undefined) return words.waits[question]
  const open = proposal.groups.filter(({ target, rows }) => target === null && rows > 0).length
  if (open > 0) return words.waits.open(open)
  return choices.allOrNothing && proposal.bad > 0 ? words.waits.bad : null
}

function tellImported({ rows, minutes }: WorkedProposal): void {
  const { timeImport: words, calendar } = wordsNow()
  toast({
    text: words.imported(rows, formatNow().duration(minutes)),
    tone: 'done',
    action: { label: calendar.undo, run: () => void undo() },
    ofLastStep: true,
  })
}
